// The answers file: out by a download, in by a file the person picks.

/** Largest answers file that is read, in bytes. */
export const LARGEST_FILE = 256 * 1024;

/** @param {string} id @param {string} what @param {string} type */
export const fileName = (id, what, type) => `${id}-${what}`.toLowerCase().replace(/[^a-z0-9-]+/g, "-").slice(0, 80) + `.${type}`;

/** Hands a text to the browser as a download. @param {string} name @param {string} text @param {string} type */
export function download(name, text, type) {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // the browser reads the blob after the click
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** Lets the person pick a file; resolves when one is chosen. @returns {Promise<File>} */
export function pickFile() {
  const input = document.createElement("input");
  input.type = "file";
  input.accept = ".json,application/json";
  return new Promise((resolve) => {
    input.addEventListener("change", () => {
      const file = input.files?.[0];
      if (file) resolve(file);
    });
    input.click();
  });
}

/**
 * Returns the answers document in a file's text; a saved result holds one too.
 * Throws if the text is not JSON. The core checks all the rest.
 * @param {string} text @returns {unknown}
 */
export function answersIn(text) {
  const raw = JSON.parse(text);
  return typeof raw?.instrument === "object" ? raw.answers : raw;
}
