// What the assessment is called, and what is said before it.

import { LANGUAGES, named } from "../../language.js";
import { entry, paragraphsField, selectField, textField } from "./fields.js";
import { section } from "./section.js";

/** @import { Outline } from "./outline.js" */

/** @param {Outline} outline */
export function aboutView(outline) {
  const { texts: { outline: texts }, value, document, badge } = outline;
  const words = texts.about;
  const enter = (/** @type {string} */ field) => (/** @type {unknown} */ given) => document.edit((draft) => draft.set([field], given), true);
  const paragraphs = (/** @type {string} */ field) => (/** @type {string[]} */ given) => document.edit((draft) => draft.set([field], given.length ? given : undefined), true);
  return section(outline, "about", words.section, badge("/title") || badge("/intro"), () => [
    textField({ key: "title", label: words.title }, value.title, enter("title")),
    paragraphsField({ key: "intro", label: words.intro, hint: words.paragraphs }, value.intro, paragraphs("intro")),
    selectField({ key: "language", label: words.language, hint: words.language_hint }, LANGUAGES.map((tag) => [tag, named(tag)]), value.language, enter("language")),
    entry({ key: "more", title: words.more, open: outline.isOpen("more"), toggle: () => outline.toggle("more") }, () => [
      paragraphsField({ key: "about-text", label: words.about, hint: words.about_hint }, value.about, paragraphs("about")),
      textField({ key: "dont_know", label: words.dont_know, hint: words.dont_know_hint }, value.dont_know, enter("dont_know")),
      textField({ key: "license", label: words.license, hint: words.license_hint }, value.license, enter("license")),
      textField({ key: "version", label: words.version, hint: words.version_hint }, value.version, enter("version")),
      textField({ key: "id", label: words.id, hint: words.id_hint, mono: true }, value.id, enter("id")),
    ]),
  ]);
}
