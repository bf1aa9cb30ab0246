// A result as a statement of the Experience API 1.0.3, for a file: nothing is sent.
//
// Who it is about stands in the address if a learning system of cmi5 has launched the page. Else the account is a
// placeholder, which whoever loads the file into a store fills in. cmi5 forbids a score in its own "completed" (9.5.1
// of its specification); launched by it, there are two statements: its own, and one with the score that it allows.

/** @import { AnswersDocument, Finished } from "../types.js" */
/** @typedef {{actor: object, registration: string, activity: string}} Launch */

/** For names that nobody else has to look up. */
const OURS = "urn:tautline:";
const CMI5 = "https://w3id.org/xapi/cmi5/context/categories/";
const VERBS = "http://adlnet.gov/expapi/verbs/";

/** What cmi5 has put into the address, if it did. @param {string} search @returns {Launch | undefined} */
export function launched(search) {
  const said = new URLSearchParams(search);
  const [registration, activity] = [said.get("registration") ?? "", said.get("activityId") ?? ""];
  try {
    const actor = JSON.parse(said.get("actor") ?? "");
    const whole = typeof actor.account.homePage === "string" && typeof actor.account.name === "string" && /^[\da-f-]{36}$/i.test(registration) && /^[a-z][a-z\d+.-]*:./i.test(activity);
    return whole ? { actor, registration, activity } : undefined;
  } catch {
    return undefined;
  }
}

/**
 * One statement, or the two of cmi5.
 * @param {Finished & {answers: AnswersDocument}} finished @param {number | undefined} score 0 to 100
 * @param {{id: string, title: string, language: string}} definition @param {{lms_fill_in: string}} words @param {Launch} [launch]
 */
export function statements({ instrument, role, answers }, score, { id, title, language }, words, launch = launched(location.search)) {
  const result = { completion: true, duration: `PT${answers.active_seconds ?? 0}S` };
  const scored = score === undefined ? undefined : { scaled: Math.round(score * 100) / 1e4, raw: score, min: 0, max: 100 };
  const actor = launch?.actor ?? { objectType: "Agent", name: words.lms_fill_in, account: { homePage: "https://learning-system.example/", name: "fill-in" } };
  /** @param {string} verb @param {object} result @param {string[]} categories */
  const statement = (verb, result, categories = []) => ({
    id: uuid(),
    actor,
    verb: { id: VERBS + verb, display: { en: verb } },
    object: {
      objectType: "Activity",
      id: launch?.activity ?? `${OURS}instrument:${id}`,
      definition: { type: "http://adlnet.gov/expapi/activities/assessment", name: { [language]: title } },
    },
    result,
    context: {
      registration: launch?.registration,
      contextActivities: categories.length ? { category: categories.map((name) => ({ objectType: "Activity", id: CMI5 + name })) } : undefined,
      extensions: {
        [`${OURS}instrument`]: instrument.id, [`${OURS}version`]: instrument.version, [`${OURS}fingerprint`]: instrument.fingerprint,
        [`${OURS}role`]: role ?? undefined,
      },
    },
    timestamp: new Date().toISOString(),
  });
  if (!launch) return statement("completed", { score: scored, ...result });
  return [statement("completed", result, ["cmi5", "moveon"]), ...scored ? [statement("scored", { score: scored })] : []];
}

/** Random, version 4; `crypto.randomUUID` is not there on an intranet without TLS. */
function uuid() {
  const [a = "", b = "", c = "", d = "", ...rest] = [...crypto.getRandomValues(new Uint16Array(8))].map((part, n) => (
    n === 3 ? part & 0x0fff | 0x4000 : n === 4 ? part & 0x3fff | 0x8000 : part).toString(16).padStart(4, "0"));
  return `${a}${b}-${c}-${d}-${rest[0]}-${rest.slice(1).join("")}`;
}
