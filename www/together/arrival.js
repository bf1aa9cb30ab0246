// What a link brings when it is opened: somebody's result, or a chair.

import { button, fill } from "../views/dom.js";
import { notice } from "../views/notice.js";

/** @import { AnswersDocument } from "../types.js" */
/** @import { Child } from "../views/dom.js" */
/** @import { Shared } from "../together.js" */
/** @typedef {Pick<Shared, "flow" | "texts"> & {core: Pick<Shared["core"], "openLink">}} Arriving */
/** @import { TautlineError } from "../engine.js" */

/**
 * Shows the result behind a link, or says why there is none.
 * @param {Arriving} shared @param {string} text
 * @param {(mine: AnswersDocument, theirs: AnswersDocument) => Child[]} [ways] to see it with what was answered here
 */
export function arrival(shared, text, ways = () => []) {
  const { flow, texts: { link: texts }, core } = shared;
  const close = button(flow.texts.close, () => flow.tell("screen"));
  try {
    const theirs = core.openLink(text);
    const { place } = flow.session;
    // an invited person answers first: nothing of the other before that
    if (place.invited && place.screen !== "result") return flow.tell("screen", notice("notice", texts.first, [close]));
    const mine = flow.session.document();
    const both = Object.keys(mine.answers).length > 0;
    flow.view(theirs);
    flow.tell("screen", notice("notice", texts.opened, [
      ...(both ? ways(mine, theirs) : []),
      button(both ? texts.own : texts.answer, () => flow.view()),
    ]));
  } catch (raised) {
    const { problems } = /** @type {TautlineError} */ (raised);
    const [problem] = problems ?? [];
    if (!problem) throw raised;
    const edition = problem.code === "link-edition" && flow.model.editions?.find(({ version }) => problem.message.includes(`\`${version}\``));
    const old = edition && edition.src;
    flow.tell("screen", notice("notice warning", refusal(texts, problem.code), [
      old && button(fill(texts.show_edition, edition), () => { openWith(flow.host, old, text); }), close,
    ], `${problem.message}.`));
  }
}

/** @param {Shared["texts"]["link"]} texts @param {string} code */
const refusal = (texts, code) => texts.refused[/** @type {"link-missing"} */ (code)] ?? texts.refused["link-missing"];

/** Starts anew with the definition of an earlier edition and opens the link there. @param {HTMLElement} host @param {string} src @param {string} text */
function openWith(host, src, text) {
  host.setAttribute("src", src);
  host.addEventListener("taut-ready", () => { location.hash = text; }, { once: true });
}

/** Seats an invited person, unless they have begun in another role. @param {Arriving} shared @param {string} text */
export function invitation({ flow, texts: { link: texts } }, text) {
  const { model, session, session: { place } } = flow;
  const role = model.roles.find(({ id }) => text === `for=${id}`);
  if (!role) return flow.tell("screen", notice("notice warning", texts.no_chair, [button(flow.texts.close, () => flow.tell("screen"))]));
  if (!session.begun()) place.role = role.id;
  place.invited = true;
  session.save();
  flow.show(true);
  flow.tell("screen", notice("notice", fill(texts.invited, role), [button(flow.texts.close, () => flow.tell("screen"))]));
}
