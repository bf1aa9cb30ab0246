// What can be taken out as a file.

import { download } from "../download.js";
import { utf8 } from "../fetched.js";
import { button, count, el, fill } from "../views/dom.js";
import { openDialog } from "./dialog.js";
import { lossTable } from "./import.js";
import { found } from "./problems.js";

/** @import { Exported, Formats } from "../types.js" */
/** @import { Studio } from "./page.js" */

/** A menu that opens downwards. @param {Studio} studio */
export function downloadsMenu(studio) {
  const { texts, texts: { downloads: words }, core } = studio;
  const summary = el("summary.quiet", words.open);
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
      entry(words.paper, () => onPaper(studio)),
      ...(/** @type {const} */ (["single", "zip", "lms"])).map((what) => entry(words.bundles[what], () => bundled(studio, what))),
      ...accepted ? [] : [el("p.fine", words.refused)]);
  };
  return menu;

  /** @param {string} format */
  async function exported(format) {
    const reply = await core.exportTo(format, studio.document.text);
    if ("refused" in reply) return studio.tell(reply.refused.problems[0]?.message ?? "");
    const { files, losses } = reply.ok.value;
    const save = () => saved(format, files);
    if (!losses.length) return save();
    openDialog(menu.getRootNode(), words.losses, (close) => [
      el("p", count(texts.import.lost, losses.length)), lossTable(texts.import, losses),
      el("div.actions", button(words.save, () => { close(); save(); }, { class: "main" }), button(texts.cancel, close)),
    ], { wide: true, closeLabel: texts.close });
  }

  /** One file as it is, several as one archive. @param {string} format @param {Exported["files"]} files */
  async function saved(format, files) {
    const [only, ...more] = files;
    if (more.length) download(`${studio.name}-${format}.zip`, new Blob([await core.packed(files.map(({ name, text }) => [name, utf8(text)]))]), "application/zip");
    else if (only) download(only.name.split("/").at(-1) ?? only.name, only.text);
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

/** Makes a bundle of the definition and saves it; two files go into one archive. @param {Studio} studio @param {"single" | "zip" | "lms"} what */
export async function bundled({ core, document, name, say, tell, texts: { downloads: words } }, what) {
  say(words.making);
  try {
    const reply = await core.bundle(document.text, what);
    if ("refused" in reply) return tell(reply.refused.problems.map(({ message, help }) => `${message}${help && `; ${help}`}`).join("\n"));
    const [[only = "", bytes = new Uint8Array()] = [], ...more] = reply.ok.value;
    if (more.length) download(`${name}-${what}.zip`, new Blob([await core.packed(reply.ok.value)]), "application/zip");
    else download(only.split("/").at(-1) ?? only, new Blob([new Uint8Array(bytes)]), only.endsWith(".zip") ? "application/zip" : "text/html");
    say(words.saved);
  } catch {
    tell(words.no_kit);
  }
}

/** The questions on paper. @param {Studio} studio */
async function onPaper({ core, document, name, tell }) {
  const reply = await core.form(document.text);
  if ("refused" in reply) return tell(reply.refused.problems[0]?.message ?? "");
  download(`${name}-form.html`, reply.ok.value);
}
