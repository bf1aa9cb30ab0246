// In the place of `together.js` where the widget is one file: links, but nothing for two results.

import { arrival, invitation } from "../together/arrival.js";
import { shareCss } from "../together/share-styles.js";
import { panelView } from "../together/panel.js";
import { readTexts, utf8 } from "../fetched.js";
import { sheetOf } from "../styles/sheet.js";
import { resultAddress } from "../together/address.js";
import { el } from "../views/dom.js";

export { saveResult } from "../together/export.js";
export { printed } from "../together/print.js";
export { act, adopt } from "../together/host.js";
export { takeAnswers } from "../together/taken.js";

/** @import { AnswersDocument } from "../types.js" */
/** @import { Flow } from "../flow.js" */

const sheet = sheetOf(shareCss);

/** @param {Flow} flow */
async function shared(flow) {
  const { engine, host } = flow;
  const [{ link }] = await Promise.all([readTexts(flow.texts.tag, "-together"), engine.check()]);
  const sheets = /** @type {ShadowRoot} */ (host.shadowRoot).adoptedStyleSheets;
  if (!sheets.includes(sheet())) sheets.push(sheet());
  const core = {
    /** @param {AnswersDocument} answers @returns {string} */
    link: (answers) => engine.use((whole) => /** @type {any} */ (whole).link(utf8(answers))),
    /** @param {string} text @returns {AnswersDocument} */
    openLink: (text) => JSON.parse(engine.use((whole) => /** @type {any} */ (whole).openLink(utf8(text)))),
  };
  return { flow, texts: /** @type {any} */ ({ link }), core };
}

/** Shows what a link brought. @param {Flow} flow @param {string} text */
export async function openLink(flow, text) {
  (/^for=/.test(text) ? invitation : arrival)(await shared(flow), text);
}

/** Shows or hides what can be done with a result on screen. @param {Flow} flow @param {AnswersDocument} answers behind it */
export async function panel(flow, answers) {
  const { screen } = flow.shell;
  const shown = screen.querySelector(".share");
  if (shown) return shown.remove();
  const given = await shared(flow);
  const view = panelView(given, answers, flow.host.hasAttribute("home") && onThePage(given, given.core.link(answers)));
  screen.querySelector(".masthead")?.after(view);
  /** @type {HTMLElement | null} */ (view.querySelector("[tabindex]"))?.focus();
}

/** Where the rest can be done. @param {Awaited<ReturnType<typeof shared>>} given @param {string} token */
const onThePage = ({ flow: { host }, texts: { link: texts } }, token) => el("div.other", el("h4", texts.compare), el("p", texts.on_page_help, " ",
  el("a", { href: resultAddress(token, host), target: "_blank", rel: "noopener" }, texts.on_page)));

/** A benchmark is read by a part of the core that is not in one file. */
export const benchmark = () => {};
