// The same as `indexed.js` over localStorage, where IndexedDB is refused. Even
// reading the global may throw, so it is read inside each call.

/** @typedef {{n: number}} Counted */

/** @param {string} key */
function ids(key) {
  const names = Array.from({ length: localStorage.length }, (_, n) => localStorage.key(n) ?? "");
  return names.filter((name) => name.startsWith(`${key}/`)).map((name) => name.slice(key.length + 1));
}

/** @param {string} text @returns {unknown} */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

export const local = {
  /** @param {string} key @returns {Promise<Map<string, unknown>>} */
  async load(key) {
    return new Map(ids(key).map((id) => [id, parsed(localStorage.getItem(`${key}/${id}`) ?? "")]));
  },

  /** @param {string} key @param {[string, Counted][]} pairs */
  async write(key, pairs) {
    for (const [id, entry] of pairs) {
      const name = `${key}/${id}`;
      const old = /** @type {Counted | null} */ (parsed(localStorage.getItem(name) ?? "null"));
      if (old && old.n > entry.n) continue;
      const text = JSON.stringify(entry);
      localStorage.setItem(name, text);
      if (localStorage.getItem(name) !== text) throw new Error("not kept");
    }
  },

  /** @param {string} key @param {string} id @param {unknown} entry */
  async aside(key, id, entry) {
    let name = `${key}~aside/${id}`;
    while (localStorage.getItem(name) !== null) name += "+";
    localStorage.setItem(name, typeof entry === "string" ? entry : JSON.stringify(entry));
    localStorage.removeItem(`${key}/${id}`);
  },

  /** @param {string} key */
  async erase(key) { for (const id of ids(key)) localStorage.removeItem(`${key}/${id}`); },
};
