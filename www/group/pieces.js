// A long text in pieces of which none cuts a link or a line of answers.

/** A piece: its bytes, the lines before it, and where it ends. @typedef {{piece: Uint8Array<ArrayBuffer>, line: number, end: number}} Piece */

const [NEWLINE, SPACES] = [10, [32, 9, 13]];

/**
 * The pieces of a text in UTF-8. They end at the end of a line, else between words; only a word longer than any
 * link is cut, and no letter is. A piece may be given away: it is not looked at again.
 * @param {Blob} text @param {() => number} size the bytes that the next piece has at most @returns {AsyncGenerator<Piece>}
 */
export async function* pieces(text, size) {
  let line = 0;
  for (let start = 0; start < text.size;) {
    const window = new Uint8Array(await text.slice(start, start + size()).arrayBuffer());
    const piece = start + window.length < text.size ? window.subarray(0, cut(window)) : window;
    const lines = newlines(piece);
    start += piece.length;
    yield { piece, line, end: start };
    line += lines;
  }
}

/** @param {Uint8Array} window */
function cut(window) {
  const line = window.lastIndexOf(NEWLINE);
  if (line >= 0) return line + 1;
  const space = Math.max(...SPACES.map((space) => window.lastIndexOf(space)));
  if (space >= 0) return space + 1;
  // in UTF-8 what continues a letter begins with the bits 10
  let letter = window.length - 1;
  while (letter > 0 && ((window[letter] ?? 0) & 0xc0) === 0x80) letter--;
  return letter || window.length;
}

/** @param {Uint8Array} piece */
function newlines(piece) {
  let lines = 0;
  for (let at = piece.indexOf(NEWLINE); at >= 0; at = piece.indexOf(NEWLINE, at + 1)) lines++;
  return lines;
}
