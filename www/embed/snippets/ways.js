// The code for each place: what somebody has chosen, in the form that the place takes.

import { escaped, tag } from "./code.js";

/** @import { Facts } from "./facts.js" */
/**
 * @typedef {object} Choices
 * @property {string} other address of another definition, else ""
 * @property {string} role
 * @property {string} theme `light`, `dark`, or "" for what the page around has
 * @property {string} accent six hexadecimal digits, else ""
 * @property {string} lang a language, else ""
 * @property {number} height
 * @property {boolean} sameOrigin the page lies where the site does
 */
/** @typedef {"script" | "frame" | "wordpress" | "sharepoint" | "confluence" | "notion" | "moodle" | "link"} Way */
/** @typedef {"sealed" | "newest" | "frame" | "resize" | "address" | "oembed" | "scorm" | "link" | "page"} Name */
/** @typedef {{name: Name, code: string}} Code */
/** @typedef {"definition" | "role" | "theme" | "accent" | "lang" | "height" | "sameOrigin"} Field */

/** @type {Field[]} */
const LOOK = ["definition", "role", "theme", "accent", "lang"];

/** For each place: what one can choose for it, its pieces of code, what a preview shows. @type {{[way in Way]: {fields: Field[], codes: Name[], shows: "element" | "frame" | "link"}}} */
export const WAYS = {
  script: { fields: LOOK, codes: ["sealed", "newest"], shows: "element" },
  frame: { fields: [...LOOK, "height", "sameOrigin"], codes: ["frame", "resize"], shows: "frame" },
  wordpress: { fields: [...LOOK, "height", "sameOrigin"], codes: ["frame", "oembed"], shows: "frame" },
  sharepoint: { fields: [...LOOK, "height"], codes: ["frame"], shows: "frame" },
  confluence: { fields: [...LOOK, "height", "sameOrigin"], codes: ["address", "frame"], shows: "frame" },
  notion: { fields: LOOK, codes: ["address"], shows: "frame" },
  moodle: { fields: LOOK, codes: ["scorm", "address"], shows: "frame" },
  link: { fields: [], codes: ["link", "page"], shows: "link" },
};

/**
 * The pieces of code for a place. What the site cannot give is left out.
 * @param {Way} way @param {Choices} choices @param {Facts} facts @returns {Code[]}
 */
export function codes(way, choices, facts) {
  const { site, files } = facts;
  const at = (/** @type {string} */ name) => new URL(name, site).href;
  const fallback = tag("a", { href: site }, escaped(facts.title));
  const style = choices.accent && `<style>taut-line { --taut-accent: #${choices.accent} }</style>\n`;
  const element = (/** @type {string} */ src) => style + tag("taut-line", widgetAttributes(choices, src), `\n  ${fallback}\n`);
  /** @type {{[name in Name]: () => string}} */
  const make = {
    sealed: () => facts.integrity && `${tag("script", { type: "module", src: at(files.whole), integrity: facts.integrity, crossorigin: "anonymous" })}\n${element(choices.other || at(files.definition))}`,
    newest: () => `${tag("script", { type: "module", src: at(files.newest) })}\n${element(choices.other)}`,
    frame: () => frameAddress(choices, facts) && tag("iframe", frameAttributes(choices, facts)),
    resize: () => tag("script", { src: at(files.resize), async: true }),
    address: () => frameAddress(choices, facts),
    oembed: () => (facts.oembed ? site : ""),
    scorm: () => (choices.other ? "" : at(files.scorm)),
    link: () => fallback,
    page: () => site,
  };
  return WAYS[way].codes.map((name) => ({ name, code: make[name]() })).filter(({ code }) => code);
}

/** @param {Choices} choices @param {string} src */
export const widgetAttributes = ({ theme, role, lang }, src) => ({ src, theme, respondent: role, lang });

/** @param {Choices} choices @param {Facts} facts @returns {{[name: string]: string | boolean}} */
export function frameAttributes(choices, facts) {
  const sandbox = ["allow-scripts", "allow-same-origin", "allow-popups", "allow-downloads"]
    // where both have one origin, the frame could undo its sandbox
    .filter((token) => token !== "allow-same-origin" || !choices.sameOrigin);
  return {
    src: frameAddress(choices, facts), title: facts.title, "data-tautline": true, width: "100%", height: String(choices.height),
    loading: "lazy", sandbox: sandbox.join(" "), allow: "clipboard-write", referrerpolicy: "no-referrer",
    style: `border:0;color-scheme:${choices.theme || "normal"}`,
  };
}

/** The page of one file, told what was chosen; "" where it is not known. @param {Choices} choices @param {Facts} facts */
function frameAddress({ other, theme, role, lang, accent }, { site, files, languages }) {
  const further = languages.indexOf(lang) > 0;
  const address = new URL(other || (further ? files.frame.replace(/html$/, `${lang}.html`) : files.frame), site);
  if (other) {
    // a bundle lays the page beside the definition, under the same name
    if (!address.pathname.endsWith(".json")) return "";
    address.pathname = address.pathname.replace(/json$/, "html");
  }
  for (const [name, value] of Object.entries({ theme, respondent: role, accent })) {
    if (value) address.searchParams.set(name, value);
  }
  return address.href;
}

/** What the page around must allow, if it has a policy. @param {Way} way @param {Choices} choices @param {Facts} facts */
export function policy(way, choices, { site, files }) {
  const origin = (/** @type {string} */ address) => new URL(address, site).origin;
  const { shows } = WAYS[way];
  if (shows === "element") return `script-src ${origin(site)} 'wasm-unsafe-eval'; connect-src ${[...new Set([origin(site), origin(choices.other)])].join(" ")}`;
  if (way === "frame") return `frame-src ${origin(choices.other)}; script-src ${origin(files.resize)}`;
  return way === "wordpress" ? `frame-src ${origin(choices.other)}` : "";
}
