// What can be taken out as a file.

import { download } from "../download.js";
import { button, count, el, fill } from "../views/dom.js";
import { openDialog } from "./dialog.js";
import { lossTable } from "./import.js";
import { found } from "./problems.js";

/** @import { Exported, Formats } from "../types.js" */
/** @import { Bundle, Studio } from "./page.js" */

/** A menu that opens downwards. @param {Studio} studio */
export function downloadsMenu(studio) {
  const { texts, texts: { downloads: words }, core } = studio;
  const summary = el("summary", words.open);
  const choices = el("div.choices");
  const menu = el("details.menu", summary, choices);
  const close = () => {
    menu.open = false;
    summary.focus();
  };
  menu.onkeydown = ({ key }) => { if (key === "Escape") close(); };
  menu.addEventListener("focusout", ({ relatedTarget }) => { if (relatedTarget && !menu.contains(/** @type {Node} */ (relatedTarget))) menu.open = false; });
  menu.ontoggle = async () => {
    if (!menu.open) return;
    /** @type {Formats["exports"]} */
    const formats = await core.formats().then(({ exports }) => exports, () => []);
    const accepted = studio.verdict !== undefined && "ok" in studio.verdict;
    const entry = (/** @type {string} */ label, /** @type {() => void} */ act, needs = true) => button(label, () => { close(); act(); }, { disabled: needs && !accepted });
    choices.replaceChildren(
      entry(words.definition, () => download(`${studio.name}.json`, studio.document.text), false),
      entry(words.published, () => published(studio)),
      ...formats.filter(({ id }) => id !== "canonical").map(({ id, title }) => entry(fill(words.as, { title }), () => exported(id))),
      entry(words.findings, () => download(`${studio.name}-findings.json`, `${JSON.stringify(studio.verdict && found(studio.verdict), null, 2)}\n`), false),
      ...studio.bundles.map((bundle) => entry(bundle.label, () => bundled(studio, bundle))),
      ...accepted ? [] : [el("p.fine", words.refused)]);
  };
  return menu;

  /** @param {string} format */
  async function exported(format) {
    const reply = await core.exportTo(format, studio.document.text);
    if ("refused" in reply) return studio.tell(reply.refused.problems[0]?.message ?? "");
    const { files, losses } = reply.ok.value;
    if (!losses.length) return save(files);
    openDialog(menu.getRootNode(), words.losses, (close) => [
      el("p", count(texts.import.lost, losses.length)), lossTable(texts.import, losses),
      el("div.actions", button(words.save, () => { close(); save(files); }, { class: "main" }), button(texts.cancel, close)),
    ], { wide: true, closeLabel: texts.close });
  }

  /** @param {Exported["files"]} files */
  function save(files) {
    for (const { name, text } of files) download(name.split("/").at(-1) ?? name, text);
    studio.say(words.saved);
  }
}

/** @param {Studio} studio */
export async function published(studio) {
  const reply = await studio.core.published(studio.document.text);
  if ("refused" in reply) return studio.tell(reply.refused.problems[0]?.message ?? "");
  download(`${studio.name}.json`, reply.ok.value);
  studio.say(studio.texts.downloads.saved);
}

/** @param {Studio} studio @param {Bundle} bundle */
export async function bundled(studio, { make }) {
  try {
    for (const [name, bytes] of await make(studio.document.text)) download(name, new Blob([bytes]));
    studio.say(studio.texts.downloads.saved);
  } catch (error) {
    studio.tell(/** @type {Error} */ (error).message);
  }
}
