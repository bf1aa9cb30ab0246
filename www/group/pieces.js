// A long text in pieces of which none cuts a link or a line of answers.

/** Letters of one piece: at most three bytes each, and 64 KiB in all. */
export const LARGEST_PIECE = 21_000;

/**
 * The pieces of a text, each with the number of lines before it and where it ends. They end at the end of a
 * line, else between words; only a word longer than any link is cut.
 * @param {string} text
 */
export function* pieces(text) {
  let line = 0;
  for (let start = 0; start < text.length;) {
    const end = cut(text, start);
    const piece = text.slice(start, end);
    yield { piece, line, end };
    line += piece.split("\n").length - 1;
    start = end;
  }
}

/** @param {string} text @param {number} start */
function cut(text, start) {
  const most = start + LARGEST_PIECE;
  if (most >= text.length) return text.length;
  const window = text.slice(start, most);
  const line = window.lastIndexOf("\n");
  if (line >= 0) return start + line + 1;
  const word = window.search(/\s\S*$/);
  return word > 0 ? start + word : most;
}
