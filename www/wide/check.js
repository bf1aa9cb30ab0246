// What is said of an answer after it has been given, where the quiz shows it
// after each: whether it is right, why, and what would be. Then it stands.

import { button, el, fill } from "../views/dom.js";
import { isClosed } from "./quiz.js";
import { wider } from "./wider.js";

/** @import { Flow } from "../flow.js" */
/** @import { Item } from "../types.js" */

/** @param {Item} item @param {Flow} flow */
export function checkOf(item, flow) {
  const { model: { quiz }, session, session: { place } } = flow;
  if (!quiz) return { element: "", show: () => {} };
  const { texts, quizzed } = wider(flow);
  const mine = quiz.show === "each" && quizzed.has(item.id);
  const verdict = el("div.verdict", { tabindex: -1 });
  const look = button(texts.check, async () => {
    place.checked = [...place.checked ?? [], item.id];
    // an answer that was checked stands: nothing takes it back
    session.steps.splice(0, session.steps.length, ...session.steps.filter(({ id }) => id !== item.id));
    flow.shell.undo.hidden = !session.steps.length;
    session.save();
    await tell();
    show();
    verdict.focus();
    flow.say(verdict.textContent ?? "");
  }, { class: "check", "aria-label": fill(texts.check_of, { item: item.text }) });
  const element = el("div.aid", look, verdict);

  /** Asks the core; what it cannot say now it says when the item is drawn again. */
  async function tell() {
    const finished = await flow.engine.finish(session.document()).catch(() => undefined);
    const found = finished?.report.quiz?.items.find(({ id }) => id === item.id);
    if (!found) return;
    verdict.className = `verdict mark-${found.state}`;
    verdict.replaceChildren(...verdictOf(flow, found));
  }

  function show() {
    const checked = mine && place.checked?.includes(item.id);
    look.hidden = !mine || checked || !session.answered(item);
    verdict.hidden = !checked;
    const frame = /** @type {HTMLFieldSetElement | null} */ (element.closest("fieldset.item"));
    if (frame) frame.disabled = Boolean(checked) || isClosed(flow);
    if (checked && !verdict.childElementCount) tell();
  }
  return { element, show };
}

/** @param {Flow} flow @param {import("../types.js").QuizItem} found */
function verdictOf(flow, { state, right, feedback }) {
  const { texts } = wider(flow);
  const { said } = flow;
  return [
    el("p.word", el("strong", texts.states[state])),
    ...feedback.map((text) => el("p", said, text)),
    ...state !== "right" && right ? [el("p", texts.right_answer, " ", el("span", said, right))] : [],
  ];
}
