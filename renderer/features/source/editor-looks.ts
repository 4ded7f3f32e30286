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

/** An icon as everywhere in the app, as a mask: the colour is the marker's. */
function iconMask(shape: string): string {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16" fill="none" stroke="#000" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round">${shape}</svg>`;
  return `url('data:image/svg+xml,${encodeURIComponent(svg)}')`;
}

const ring = '<circle cx="8" cy="8" r="6.2"/>';
const errorMask = iconMask(`${ring}<path d="m5.9 5.9 4.2 4.2M10.1 5.9 5.9 10.1"/>`);
const warningMask = iconMask('<path d="M8 2.2 14.3 13H1.7z"/><path d="M8 6.4v3M8 11.2v.1"/>');
const infoMask = iconMask(`${ring}<path d="M8 7.3v3.6M8 5.1v.1"/>`);

/** The looks of the editor. The values are those of the page: custom properties reach into a shadow root. */
export const looks = EditorView.theme({
  "&": { height: "100%", color: "var(--x-str)", backgroundColor: "var(--panel)" },
  "&.cm-focused": { outline: "2px solid var(--focus)", outlineOffset: "-2px" },
  ".cm-scroller": { font: "11px / 17px var(--mono)", overflow: "auto" },
  ".cm-content": { padding: "6px 0", caretColor: "var(--text)", letterSpacing: "-0.015em" },
  // A line goes on two columns behind its own beginning. The page may say how much closer blanks at the beginning are, and a tab is two.
  ".cm-line": {
    "--source-inset": "calc(var(--source-columns, 0) * (1ch + var(--source-blank, -0.015em)))",
    position: "relative",
    marginLeft: "var(--source-inset)",
    padding: "0 8px 0 calc(6px + 2ch)",
    textIndent: "-2ch",
  },
  ".cm-cursor": { borderLeftColor: "var(--text)" },
  ".cm-gutters": { color: "var(--text-3)", backgroundColor: "var(--panel)", border: "0" },
  ".cm-lineNumbers .cm-gutterElement": { minWidth: "30px" },
  ".cm-gutter-lint": { width: "22px" },
  ".cm-gutter-lint .cm-gutterElement": { padding: "2px 3px 0 6px" },
  ".cm-lint-marker": {
    width: "13px",
    height: "13px",
    maskRepeat: "no-repeat",
    maskSize: "13px 13px",
  },
  ".cm-lint-marker-error": {
    content: "normal",
    backgroundColor: "var(--err-solid)",
    maskImage: errorMask,
  },
  ".cm-lint-marker-warning": {
    content: "normal",
    backgroundColor: "var(--warn-solid)",
    maskImage: warningMask,
  },
  ".cm-lint-marker-info": { content: "normal", backgroundColor: "var(--text-3)", maskImage: infoMask },
  // In the place that its line leaves free.
  ".source-indent": {
    position: "absolute",
    left: "calc(6px - var(--source-inset))",
    // Where a blank is narrower than a digit, in a face that is not monospaced, they still end where the words begin.
    width: "var(--source-inset)",
    textIndent: "0",
    whiteSpace: "pre",
    letterSpacing: "var(--source-blank, inherit)",
  },
  // A box of its own: lines break before and behind a tag first, and inside a value only where that has no room on a line.
  ".source-tag": { display: "inline-block", whiteSpace: "pre", textIndent: "0" },
  ".source-run": { wordBreak: "break-all" },
  // Tags of keys are told from other tags by their colour.
  ".source-key-tag": { color: "var(--x-key)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": {
    backgroundColor: "var(--selected-row)",
  },
  "&.cm-focused .cm-matchingBracket": { backgroundColor: "var(--selected)" },
  ".source-marked": { backgroundColor: "var(--selected-row)" },
  ".cm-line.source-marked::before": {
    content: "''",
    position: "absolute",
    inset: "0 100% 0 calc(-1 * var(--source-inset))",
    backgroundColor: "inherit",
  },
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
