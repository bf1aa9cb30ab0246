// The list of what the core says of a definition: it leads to each place, and says why a rule exists.

import { button, count, el, fill } from "../views/dom.js";
import { placeOf } from "./place.js";

/** @import { Checked, LintRule, Problem, Reply } from "../types.js" */
/** @import { StudioTexts } from "../studio.js" */

/** What was found, the worst first; of equal ones in the order of the file. @param {Reply<Checked>} reply @returns {{problems: Problem[], silenced: Checked["silenced"]}} */
export function found(reply) {
  const [problems, silenced] = "refused" in reply ? [reply.refused.problems, []] : [reply.ok.warnings, reply.ok.value.silenced];
  const rank = ["error", "warning", "note"];
  return { problems: [...problems].sort((a, b) => rank.indexOf(a.severity) - rank.indexOf(b.severity)), silenced };
}

/** "2 errors, 1 note", or that there is nothing. @param {StudioTexts} texts @param {Problem[]} problems */
export function summary({ problems: texts }, problems) {
  const counts = (/** @type {const} */ (["error", "warning", "note"])).map((severity) => ({ severity, n: problems.filter((problem) => problem.severity === severity).length }));
  const some = counts.filter(({ n }) => n);
  return el("span.tallies", some.length ? some.map(({ severity, n }) => el(`span.tally.is-${severity}`, count(texts.counts[severity], n))) : el("span.tally.fine", texts.none));
}

/**
 * @param {StudioTexts} texts @param {ReturnType<typeof found>} all @param {Map<string, LintRule>} rules
 * @param {(problem: Problem) => void} jump @param {any} definition for the words of a place
 */
export function problemsView(texts, { problems, silenced }, rules, jump, definition) {
  const { problems: words } = texts;
  /** @param {Problem} problem @param {string} [reason] */
  const entry = (problem, reason) => {
    const rule = rules.get(problem.code);
    return el(`li.finding.is-${problem.severity}`, { "data-key": `${problem.code} ${problem.at} ${problem.message}` },
      button("", () => jump(problem), { class: "jump" },
        el("span.sign", words.severities[problem.severity]), el("span.sentence", problem.message),
        el("span.soft", placeName(texts, problem, definition))),
      problem.help && el("p.help", problem.help),
      reason && el("p.help", fill(words.reason, { reason })),
      el("details.why", { "data-key": `why ${problem.code} ${problem.at}` }, el("summary", rule ? words.why : words.code, " ", el("code", problem.code)),
        rule ? [el("p", rule.why), el("p", el("strong", words.mend), " ", rule.mend), rule.example && el("pre", el("code", rule.example))] : el("p", words.refused)));
  };
  return el("div.findings",
    problems.length > 0 && el("ul", problems.map((problem) => entry(problem))),
    !problems.length && el("p.soft", words.clean),
    silenced.length > 0 && el("details.silenced", { "data-key": "silenced" }, el("summary", count(words.silenced, silenced.length)), el("ul", silenced.map(({ problem, reason }) => entry(problem, reason)))));
}

/** Where a problem is, as a person would say it. @param {StudioTexts} texts @param {Problem} problem @param {any} definition */
function placeName({ problems: texts, places }, { at, line }, definition) {
  const where = line > 0 ? fill(texts.line, { line }) : "";
  const place = placeOf(at, definition);
  if (!place) return where;
  const { name, n, entry } = place;
  const title = entry?.title ?? entry?.text ?? entry?.label ?? entry?.id ?? "";
  return [fill(places[name], { n: n + 1 }), title && `\u201c${short(title)}\u201d`, where].filter(Boolean).join(", ");
}

/** @param {string} text */
const short = (text) => (text.length > 50 ? `${text.slice(0, 48)}\u2026` : text);
