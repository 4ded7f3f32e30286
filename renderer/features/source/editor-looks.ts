import { HighlightStyle } from "@codemirror/language";
import { EditorView } from "@codemirror/view";
import { tags } from "@lezer/highlight";

/** The colours of the source, as everywhere in the app. */
export const colours = HighlightStyle.define([
  { tag: [tags.tagName, tags.angleBracket], color: "var(--x-tag)" },
  { tag: [tags.attributeName, tags.attributeValue], color: "var(--x-key)" },
  { tag: [tags.comment, tags.processingInstruction, tags.documentMeta], color: "var(--x-mute)" },
  { tag: [tags.content, tags.character], color: "var(--x-str)" },
]);

/** The looks of the editor. The values are those of the page: custom properties reach into a shadow root. */
export const looks = EditorView.theme({
  "&": { height: "100%", color: "var(--x-str)", backgroundColor: "var(--panel)" },
  "&.cm-focused": { outline: "2px solid var(--focus)", outlineOffset: "-2px" },
  ".cm-scroller": { font: "11px / 17px var(--mono)", overflow: "auto" },
  ".cm-content": { padding: "6px 0", caretColor: "var(--text)", letterSpacing: "-0.015em" },
  ".cm-cursor": { borderLeftColor: "var(--text)" },
  ".cm-gutters": { color: "var(--text-3)", backgroundColor: "var(--panel)", border: "0" },
  ".cm-lineNumbers .cm-gutterElement": { minWidth: "30px" },
  ".cm-gutter-lint": { width: "12px" },
  ".cm-gutter-lint .cm-gutterElement": { padding: "2px 0 0 2px" },
  ".cm-lint-marker-error": { content: "normal", backgroundColor: "var(--err)", borderRadius: "50%" },
  ".cm-lint-marker-warning": {
    content: "normal",
    backgroundColor: "var(--warn)",
    clipPath: "polygon(50% 0, 100% 100%, 0 100%)",
  },
  ".cm-lint-marker-info": { content: "normal", backgroundColor: "var(--text-3)", borderRadius: "2px" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": {
    backgroundColor: "var(--selected-row)",
  },
  "&.cm-focused .cm-matchingBracket": { backgroundColor: "var(--selected)" },
  ".source-marked": { backgroundColor: "var(--selected-row)" },
  ".source-secret": { color: "var(--text-2)", backgroundColor: "var(--mute-bg)", borderRadius: "4px" },
  ".source-blank": { backgroundColor: "var(--warn-bg)", outline: "1px solid var(--warn-line)" },
  ".source-unseen": {
    color: "var(--warn)",
    backgroundColor: "var(--warn-bg)",
    border: "1px solid var(--warn-line)",
    borderRadius: "4px",
    padding: "0 2px",
    margin: "0 1px",
    unicodeBidi: "isolate",
  },
  ".cm-tooltip": {
    color: "var(--text)",
    backgroundColor: "var(--field)",
    border: "1px solid var(--line-2)",
    borderRadius: "6px",
    font: "12px / 16px var(--font)",
    maxWidth: "340px",
  },
});
