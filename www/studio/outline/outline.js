// The definition as a form, for those who have never seen JSON: everything that most definitions have, in words. What
// it does not know stays as it is in the text.

import { button, count, el, fill } from "../../views/dom.js";
import { morphChildren } from "../morph.js";
import { placeOf } from "../place.js";
import { aboutView } from "./about.js";
import { adviceView } from "./advice.js";
import { areasView } from "./areas.js";
import { bandsView } from "./bands.js";
import { compositesView } from "./composites.js";
import { moreView } from "./more.js";
import { normsView } from "./norms.js";
import { pagesView } from "./pages.js";
import { profilesView } from "./profiles.js";
import { quizView } from "./quiz.js";
import { rolesView } from "./roles.js";
import { scalesView } from "./scales.js";
import { setsView } from "./sets.js";
import { targetsView } from "./targets.js";

/** @import { Problem } from "../../types.js" */
/** @import { StudioTexts } from "../../studio.js" */
/** @import { StudioDocument } from "../document.js" */
/**
 * What the parts of the outline share.
 * @typedef {object} Outline
 * @property {StudioTexts} texts
 * @property {StudioDocument} document
 * @property {any} value the definition
 * @property {(key: string) => boolean} isOpen
 * @property {(key: string) => void} toggle
 * @property {(key: string, focus?: string) => void} show opens an entry and moves the focus into it
 * @property {(at: string) => HTMLElement | false} badge how many problems there are in a place
 * @property {(sentence: string) => void} say
 */

/** What is shown of a definition, in the order of the form. */
const SHOWN = ["format", "id", "version", "title", "language", "license", "intro", "about", "dont_know", "roles", "dimensions", "pages", "items", "choice_sets", "scales", "composites", "bands", "picture", "quiz", "advice", "archetypes", "targets", "norms", "compiled"];

/** @param {{texts: StudioTexts, document: StudioDocument, say: (sentence: string) => void, toText: (field?: string) => void}} given */
export function outlineView({ texts, document, say, toText }) {
  const element = el("div.outline");
  /** @type {Set<string>} */
  const open = new Set(["about", "pages"]);
  /** @type {Problem[]} */
  let problems = [];
  return { element, render, reveal, problems(/** @type {Problem[]} */ found) { problems = found; render(); } };

  /** @param {string} at */
  function badge(at) {
    const inside = problems.filter((problem) => problem.at === at || problem.at.startsWith(`${at}/`));
    const worst = /** @type {const} */ (["error", "warning", "note"]).find((severity) => inside.some((problem) => problem.severity === severity));
    if (!worst) return false;
    const n = inside.filter(({ severity }) => severity === worst).length;
    return el(`span.badge.is-${worst}`, { title: inside.map(({ message }) => message).join("\n") }, count(texts.problems.counts[worst], n));
  }

  function render() {
    const { value } = document;
    const fresh = el("div");
    if (!value) fresh.append(el("div.notice.warning", { "data-key": "broken" }, el("p", texts.outline.broken), el("div.actions", button(texts.outline.to_text, () => toText()), button(texts.undo, () => document.undo(), { disabled: !document.undoable }))));
    else fresh.append(...views(value));
    const root = /** @type {ShadowRoot} */ (element.getRootNode());
    const key = /** @type {HTMLElement | null} */ (root.activeElement ?? null)?.dataset?.["key"];
    const inside = element.contains(root.activeElement ?? null);
    morphChildren(element, fresh);
    if (key && inside && !element.contains(root.activeElement ?? null)) byKey(key)?.focus({ preventScroll: false });
  }

  /** @param {string} key @returns {HTMLElement | undefined} */
  function byKey(key) {
    return [.../** @type {NodeListOf<HTMLElement>} */ (element.querySelectorAll("[data-key]"))].find((node) => node.dataset["key"] === key && node.matches("button, input, textarea, select"));
  }

  /** @param {any} value @returns {HTMLElement[]} */
  function views(value) {
    /** @type {Outline} */
    const outline = { texts, document, value, say, badge, isOpen: (key) => open.has(key), toggle, show };
    const unknown = Object.keys(value).filter((field) => !SHOWN.includes(field));
    const parts = [aboutView, rolesView, pagesView, quizView, areasView, scalesView, compositesView, bandsView, profilesView, targetsView, normsView, adviceView, setsView, moreView];
    return [...parts.map((view) => view(outline)).filter((part) => part instanceof HTMLElement),
      ...unknown.length ? [el("p.fine.rest-of-it", { "data-key": "rest" }, fill(texts.outline.rest, { fields: unknown.join(", ") }), " ", button(texts.outline.to_text, () => toText(unknown[0]), { class: "quiet" }))] : []];
  }

  /** @param {string} key */
  function toggle(key) {
    if (!open.delete(key)) {
      // one question at a time; sections stay as they are
      const [kind] = key.split(" ");
      if (key.includes(" ")) for (const other of [...open]) if (other.startsWith(`${kind} `)) open.delete(other);
      open.add(key);
    }
    render();
  }

  /** @param {string} key @param {string} [focus] */
  function show(key, focus = `head ${key}`) {
    const section = SECTIONS[key.split(" ")[0] ?? ""];
    if (section) open.add(section);
    if (!open.has(key)) toggle(key);
    else render();
    const target = byKey(focus);
    target?.focus();
    target?.scrollIntoView({ block: "nearest" });
    if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) target.select();
  }

  /** Opens the place that a pointer of a problem names; whether there is one here. @param {string} at */
  function reveal(at) {
    const { value } = document;
    const place = placeOf(at, value);
    if (place?.entry) {
      const { name, n, entry } = place;
      const key = BY_NUMBER.includes(name) ? n : entry.id;
      const field = at.split("/")[3] ?? "";
      if (DETAILS[name]?.includes(field)) open.add(`${name}-more ${key}`);
      show(`${name} ${key}`);
      return true;
    }
    const field = at.startsWith("/group/sides") ? "roles" : at.split("/")[1] ?? "";
    const section = Object.hasOwn(PLACES, field) ? PLACES[field] : undefined;
    if (!section || !value) return false;
    show(section);
    return true;
  }
}

/** @type {{[entry: string]: string}} */
const SECTIONS = {
  item: "pages", page: "pages", scale: "scales", band: "bands", rule: "advice", choice_set: "sets", more: "about",
  composite: "composites", profile: "profiles", target: "targets", norm: "norms", role: "roles", dimension: "areas",
};
/** @type {{[field: string]: string}} */
const PLACES = {
  title: "about", language: "about", intro: "about", about: "more", id: "more", version: "more", license: "more", dont_know: "more", quiz: "quiz",
  archetypes: "profiles", picture: "areas", dimensions: "areas", roles: "roles", targets: "targets", norms: "norms", scales: "scales", composites: "composites", bands: "bands", advice: "advice",
};
/** Entries that have no identifier, or one that may change. @type {string[]} */
const BY_NUMBER = ["page", "target", "norm", "role"];
/** Fields that stand in an entry of their own. @type {{[name: string]: string[]}} */
const DETAILS = { item: ["show_if", "hints", "shuffle", "image"], page: ["show_if", "draw", "shuffle", "optional"], scale: ["id", "parent", "wobble"] };
