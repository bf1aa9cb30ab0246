// The text of the definition: CodeMirror with what the core says of it.

import { el } from "../views/dom.js";
import { completer } from "./complete.js";

/** @import { Diagnostic } from "../pkg/editor.js" */
/** @import { Problem } from "../types.js" */
/** @import { StudioTexts } from "../studio.js" */
/** @import { Reader } from "./complete.js" */
/** @import { Kit, StudioDocument } from "./document.js" */

/**
 * @param {object} given
 * @param {Kit} given.kit @param {Reader} given.reader @param {StudioTexts} given.texts @param {ShadowRoot} given.root
 * @param {() => StudioDocument} given.current @param {() => void} given.changed called after each change of the text
 */
export function textEditor({ kit, reader, texts, root, current, changed }) {
  const { EditorView, keymap, tags } = kit;
  const colors = kit.HighlightStyle.define([
    { tag: tags.propertyName, color: "var(--taut-accent)" },
    { tag: tags.string, color: "var(--taut-ink)" },
    { tag: [tags.number, tags.bool, tags.null], color: "var(--taut-reserve)" },
    { tag: [tags.separator, tags.squareBracket, tags.brace], color: "var(--taut-ink-soft)" },
  ]);
  return new EditorView({
    root,
    doc: "",
    extensions: [
      kit.lineNumbers(), kit.foldGutter(), kit.lintGutter(), kit.history({ newGroupDelay: 700 }), kit.drawSelection(), kit.dropCursor(),
      kit.indentOnInput(), kit.indentUnit.of("  "), kit.bracketMatching(), kit.closeBrackets(), kit.search({ top: true }),
      kit.highlightActiveLine(), kit.highlightActiveLineGutter(), kit.highlightSelectionMatches(), kit.syntaxHighlighting(colors), kit.json(),
      kit.autocompletion({ override: [completer(kit, reader, texts, current)] }),
      // Tab stays the way out, so that nobody is caught in here.
      keymap.of([...kit.closeBracketsKeymap, ...kit.defaultKeymap, ...kit.searchKeymap, ...kit.historyKeymap, ...kit.foldKeymap, ...kit.completionKeymap, ...kit.lintKeymap]),
      EditorView.lineWrapping, EditorView.contentAttributes.of({ "aria-label": texts.text.title, spellcheck: "false", tabindex: "0", translate: "no", dir: "ltr" }),
      EditorView.updateListener.of(({ docChanged }) => { if (docChanged) changed(); }),
      EditorView.theme(THEME),
    ],
  });
}

const THEME = {
  "&": { height: "100%", backgroundColor: "var(--taut-surface-raised)", color: "var(--taut-ink)", fontSize: ".85rem" },
  "&.cm-focused": { outline: "2px solid var(--taut-accent)", outlineOffset: "-2px" },
  ".cm-scroller": { fontFamily: "ui-monospace, monospace", lineHeight: "1.55" },
  ".cm-content": { caretColor: "var(--taut-ink)" },
  ".cm-cursor": { borderLeftColor: "var(--taut-ink)" },
  ".cm-gutters": { backgroundColor: "var(--taut-surface)", color: "var(--taut-ink-soft)", borderRight: "1px solid var(--taut-line)" },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "color-mix(in srgb, var(--taut-accent) 7%, transparent)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": { backgroundColor: "color-mix(in srgb, var(--taut-accent) 25%, transparent)" },
  ".cm-selectionMatch, &.cm-focused .cm-matchingBracket": { backgroundColor: "color-mix(in srgb, var(--taut-accent) 18%, transparent)" },
  ".cm-foldPlaceholder": { backgroundColor: "var(--taut-surface)", borderColor: "var(--taut-line)", color: "var(--taut-ink-soft)" },
  ".cm-tooltip, .cm-panels": { backgroundColor: "var(--taut-surface)", color: "var(--taut-ink)", border: "1px solid var(--taut-edge)" },
  ".cm-tooltip-autocomplete ul li[aria-selected]": { backgroundColor: "var(--taut-accent)", color: "var(--taut-on-accent)" },
  ".cm-completionInfo": { maxWidth: "24rem", padding: ".5rem .75rem", fontFamily: "system-ui" },
  ".cm-textfield, .cm-button": { backgroundImage: "none", backgroundColor: "var(--taut-surface-raised)", color: "var(--taut-ink)", border: "1px solid var(--taut-edge)" },
  ".cm-diagnostic": { maxWidth: "32rem", fontFamily: "system-ui" },
  ".cm-diagnostic-error": { borderLeftColor: "var(--taut-strong)" },
  ".cm-diagnostic-warning": { borderLeftColor: "var(--taut-warn)" },
  ".cm-diagnostic-info": { borderLeftColor: "var(--taut-reserve)" },
  ".cm-lintRange-error": { backgroundImage: "none", textDecoration: "underline wavy var(--taut-strong)" },
  ".cm-lintRange-warning": { backgroundImage: "none", textDecoration: "underline wavy var(--taut-warn)" },
  ".cm-lintRange-info": { backgroundImage: "none", textDecoration: "underline dotted var(--taut-reserve)" },
};

/** What the editor shows of problems. @param {Kit} kit @param {StudioDocument} document @param {Problem[]} problems @returns {Diagnostic[]} */
export const diagnostics = (kit, document, problems) => problems.map((problem) => ({
  ...spanOf(document, problem),
  severity: problem.severity === "note" ? "info" : problem.severity,
  source: problem.code,
  message: problem.message,
  renderMessage: () => el("div", el("p", problem.message, " ", el("code", problem.code)), problem.help && el("p", problem.help)),
}));

/**
 * Where a problem is in the text: from its place to the end of the word or value there. Columns count characters.
 * @param {StudioDocument} document @param {Problem} problem
 */
export function spanOf(document, { line, column }) {
  const { text } = document;
  let from = 0;
  for (let n = 1; n < line; n++) {
    const end = text.indexOf("\n", from);
    if (end < 0) break;
    from = end + 1;
  }
  const row = text.slice(from).split("\n", 1)[0] ?? "";
  const start = [...row].slice(0, Math.max(0, column - 1)).join("").length;
  // the string, number or bracket that begins there, or the rest of the string around the place
  const [token = ""] = /^(?:"(?:[^"\\]|\\.)*"|[\w.+-]+|[^"]*(?=")|.)/.exec(row.slice(start)) ?? [];
  return { from: from + start, to: Math.min(text.length, from + start + Math.max(token.length, 1)) };
}
