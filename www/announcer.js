// One polite live region: says what changed to those who do not see it.

export class Announcer {
  element = document.createElement("p");
  #pending = 0;

  constructor() {
    this.element.className = "aside-for-readers";
    this.element.setAttribute("role", "status");
  }

  /** Says a sentence once; a quick second one replaces it. @param {string} sentence */
  say(sentence) {
    cancelAnimationFrame(this.#pending);
    this.element.textContent = "";
    // a changed text is only heard if the region was seen empty before
    this.#pending = requestAnimationFrame(() => { this.element.textContent = sentence; });
  }
}
