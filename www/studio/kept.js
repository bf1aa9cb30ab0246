// The work as it stays in the browser: the definition, and the one that it took the place of. What cannot be kept is
// said; nothing here throws.

const NAME = "tautline-studio";
const EARLIER = `${NAME}-earlier`;
const TEMPLATE = `${NAME}-template`;

/** @param {string} name @returns {string | undefined} */
function get(name) {
  try {
    return localStorage.getItem(name) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Whether it could be written. @param {string} name @param {string} text */
function put(name, text) {
  try {
    localStorage.setItem(name, text);
    return localStorage.getItem(name) === text;
  } catch {
    return false;
  }
}

/** @param {(text: string) => void} elsewhere called when another tab has written */
export function openKept(elsewhere) {
  addEventListener("storage", ({ key, newValue }) => { if (key === NAME && newValue) elsewhere(newValue); });
  return {
    /** The definition that was written last, in whichever tab. */
    get text() { return get(NAME); },
    /** What it took the place of. */
    get earlier() { return get(EARLIER); },
    /** @param {string} text @returns {boolean} whether it is kept */
    save: (text) => put(NAME, text),
    /** The template that the definition began with, if it did. */
    get template() { return get(TEMPLATE) ?? ""; },
    set template(id) { put(TEMPLATE, id); },
    /** Puts what is there aside, before something else takes its place. @param {string} text */
    putAside: (text) => put(EARLIER, text),
  };
}
