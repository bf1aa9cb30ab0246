// What the studio takes from its text editor, CodeMirror, and from the parser that edits in place; `editor.mjs` makes
// one module of it.
export { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap, completionStatus, currentCompletions, snippet, startCompletion } from '@codemirror/autocomplete'
export { defaultKeymap, history, historyKeymap, isolateHistory, redo, redoDepth, undo, undoDepth } from '@codemirror/commands'
export { json } from '@codemirror/lang-json'
export { HighlightStyle, bracketMatching, codeFolding, foldGutter, foldKeymap, indentOnInput, indentUnit, syntaxHighlighting } from '@codemirror/language'
export { lintGutter, lintKeymap, setDiagnostics } from '@codemirror/lint'
export { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search'
export { ChangeSet, EditorSelection, EditorState, Transaction } from '@codemirror/state'
export { EditorView, drawSelection, dropCursor, highlightActiveLine, highlightActiveLineGutter, keymap, lineNumbers } from '@codemirror/view'
export { tags } from '@lezer/highlight'
export { getLocation, parseTree } from 'jsonc-parser'
/** @typedef {import('jsonc-parser').Node} Node */
/** @typedef {import('jsonc-parser').Location} Location */
/** @typedef {import('@codemirror/lint').Diagnostic} Diagnostic */
/** @typedef {import('@codemirror/autocomplete').Completion} Completion */
/** @typedef {import('@codemirror/autocomplete').CompletionContext} CompletionContext */
