// A picture beside a question. It becomes part of the definition, so it is made small enough for that.

import { button, el } from "../../views/dom.js";
import { textField } from "./fields.js";

/** @import { Part } from "../../views/dom.js" */
/** @import { Outline } from "./outline.js" */

/** Characters that a picture may have. */
const ROOM = 32768;
const SIDES = [960, 720, 540, 400, 280, 200, 140];

/** @param {Outline} outline @param {number} n of the item @returns {Part} */
export function imageForm(outline, n) {
  const { texts: { begin, outline: { image: words } }, value, document, say, show } = outline;
  const { id, image } = value.items[n];
  const key = `item ${id} image`;
  const set = (/** @type {string} */ src) => document.edit((draft) => draft.set(["items", n, "image"], { src, alt: image?.alt ?? begin.alt }));
  const choose = button(image ? words.other : words.add, () => {
    const input = el("input", { type: "file", accept: "image/*" });
    input.onchange = async () => {
      const [file] = input.files ?? [];
      const src = file && await fitted(file).catch(() => undefined);
      if (!src) return say(words.refused);
      set(src);
      show(`item-more ${id}`, `${key} alt`);
    };
    input.click();
  }, { "data-key": `${key} choose` });
  return el("div.rows", { "data-key": key },
    image && el("img.thumb", { src: image.src, alt: "", "data-key": `${key} shown` }),
    image && textField({ key: `${key} alt`, label: words.alt, hint: words.alt_hint }, image.alt, (text) => document.edit((draft) => draft.set(["items", n, "image", "alt"], text), true)),
    el("div.actions", { "data-key": `${key} actions` }, choose,
      image && button(words.delete, () => document.edit((draft) => draft.remove(["items", n, "image"])), { class: "danger", "data-key": `${key} delete` })));
}

/** The picture as it is where it has room, else a smaller one; undefined where even that is too large. @param {File} file @returns {Promise<string | undefined>} */
async function fitted(file) {
  const own = await new Promise((done, fail) => {
    const reader = new FileReader();
    reader.onload = () => done(String(reader.result));
    reader.onerror = () => fail(reader.error);
    reader.readAsDataURL(file);
  });
  if (own.length <= ROOM && /^data:image\/(png|jpeg|gif|webp|svg\+xml);base64,/.test(own)) return own;
  const bitmap = await createImageBitmap(file);
  for (const side of SIDES) {
    const scale = Math.min(1, side / Math.max(bitmap.width, bitmap.height));
    const canvas = el("canvas", { width: Math.max(1, Math.round(bitmap.width * scale)), height: Math.max(1, Math.round(bitmap.height * scale)) });
    const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
    context.fillStyle = "#fff";
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    const made = canvas.toDataURL("image/jpeg", 0.8);
    if (made.length <= ROOM) return made;
  }
  return undefined;
}
