// Constructable sheets: a strict policy needs nothing for them.

/** Returns what gives a sheet, which is read when it is first wanted. @param {string} css */
export function sheetOf(css) {
  /** @type {CSSStyleSheet | undefined} */
  let made;
  return () => {
    if (!made) {
      made = new CSSStyleSheet();
      made.replaceSync(css);
    }
    return made;
  };
}
