import { defaultKeymap, history, redo, redoDepth, undo, undoDepth } from "@codemirror/commands";
import { xml } from "@codemirror/lang-xml";
import { bracketMatching, indentUnit, syntaxHighlighting } from "@codemirror/language";
import { type Diagnostic, lintGutter, setDiagnostics } from "@codemirror/lint";
import {
  Annotation,
  Compartment,
  EditorSelection,
  EditorState,
  type Extension,
  type StateEffect,
  Transaction,
} from "@codemirror/state";
import { drawSelection, EditorView, keymap, lineNumbers } from "@codemirror/view";
import { lineChanges } from "../../../preload/contract/merge-lines.ts";
import type { Problem } from "../../../preload/contract.ts";
import { colours, looks } from "./editor-looks.ts";
import {
  breaks,
  indentation,
  keyTags,
  type MarkedLines,
  markedLines,
  setMarkedLines,
  unseenCharacters,
  wholeMarks,
} from "./editor-marks.ts";

export type CodeEditorOptions = {
  /** Where the editor stands: in a shadow root its styles are adopted sheets, which the content security policy allows. */
  readonly root: ShadowRoot;
  readonly text: string;
  readonly onType: (text: string) => void;
  readonly onLeave: () => void;
  /** For undo and redo beyond what was typed since main knows the text. */
  readonly onUndo: () => void;
  readonly onRedo: () => void;
};

/** What is said about a key, at the line that holds it. */
export type LineFinding = {
  readonly line: number;
  readonly severity: "error" | "warning" | "info";
  readonly text: string;
};

/** A source in CodeMirror. */
export type CodeEditor = {
  /** Shows a text that was not typed here; the cursor and what is in view stay with their lines. */
  readonly show: (text: string) => void;
  readonly mark: (lines: MarkedLines | null) => void;
  /** Brings a line to the upper edge. */
  readonly reveal: (line: number) => void;
  readonly setProblems: (
    errors: readonly Problem[],
    remarks: readonly Problem[],
    findings: readonly LineFinding[],
  ) => void;
  /** Main knows the text: what there is to take back is main's from now on. */
  readonly forgetHistory: () => void;
  /** What is typed would not be kept: the text can be read and copied. */
  readonly close: () => void;
  readonly goTo: (place: { readonly line: number; readonly column: number }) => void;
  readonly destroy: () => void;
};

/** Set on changes that did not come from typing. */
const fromElsewhere = Annotation.define<true>();

export function createCodeEditor({ root, text, ...on }: CodeEditorOptions): CodeEditor {
  const past = new Compartment();
  const closed = new Compartment();
  let wanted: MarkedLines | null = null;
  let width = 0;
  let again = 0;
  const scrollToWanted = (target: EditorView) => {
    if (wanted !== null && mayMove(target, wanted))
      target.dispatch({ effects: scrollToLines(target.state, wanted) });
  };
  // Lines above that broke anew are measured only once they are drawn, and have moved the wanted ones by then.
  const keepInSight = (target: EditorView) => {
    scrollToWanted(target);
    cancelAnimationFrame(again);
    again = requestAnimationFrame(() => scrollToWanted(target));
  };
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: text,
      extensions: [
        past.of(history()),
        closed.of([]),
        keymap.of([
          { key: "Mod-z", run: (target) => (undoDepth(target.state) > 0 ? undo(target) : does(on.onUndo)) },
          ...["Mod-Shift-z", "Mod-y"].map((key) => ({
            key,
            run: (target: EditorView) => (redoDepth(target.state) > 0 ? redo(target) : does(on.onRedo)),
          })),
          // Mod-Enter applies a fix everywhere in the app.
          ...defaultKeymap.filter(({ key }) => key !== "Mod-Enter"),
        ]),
        ...fixedExtensions(),
        EditorView.updateListener.of(({ docChanged, transactions, state, view: target }) => {
          // Lines break elsewhere, and the marked ones would not stay where they were.
          if (width !== target.contentDOM.clientWidth) {
            width = target.contentDOM.clientWidth;
            keepInSight(target);
          }
          const isTyped = transactions.some(
            (one) => one.docChanged && one.annotation(fromElsewhere) !== true,
          );
          if (docChanged && isTyped) {
            on.onType(state.doc.toString());
          }
        }),
        EditorView.domEventHandlers({ blur: () => does(on.onLeave, false) }),
      ],
    }),
  });
  return {
    show: (next) => {
      const changes = lineChanges(view.state.doc.toString(), next);
      if (changes.length > 0) {
        view.dispatch({ changes, annotations: [fromElsewhere.of(true), Transaction.addToHistory.of(false)] });
      }
    },
    mark: (lines) => {
      const effects = [setMarkedLines.of(lines)];
      wanted = lines;
      const isSought = lines !== null && mayMove(view, lines);
      view.dispatch({ effects: isSought ? [...effects, scrollToLines(view.state, lines)] : effects });
    },
    reveal: (line) => {
      if (line <= view.state.doc.lines) {
        const { from } = view.state.doc.line(line);
        view.dispatch({ effects: EditorView.scrollIntoView(from, { y: "start", yMargin: 17 }) });
      }
    },
    setProblems: (errors, remarks, findings) => {
      const diagnostics = [
        ...errors.map((problem) => diagnosticOf(view.state, problem, "error")),
        ...remarks.map((problem) => diagnosticOf(view.state, problem, "warning")),
        ...findings.flatMap((finding) => findingMark(view.state, finding)),
      ];
      view.dispatch(setDiagnostics(view.state, diagnostics));
    },
    forgetHistory: () => {
      view.dispatch({ effects: past.reconfigure([]) });
      view.dispatch({ effects: past.reconfigure(history()) });
    },
    close: () =>
      view.dispatch({
        effects: closed.reconfigure([
          EditorState.readOnly.of(true),
          EditorView.editable.of(false),
          EditorView.contentAttributes.of({ "aria-readonly": "true" }),
        ]),
      }),
    goTo: (place) => {
      const anchor = offsetOf(view.state, place);
      view.dispatch({ selection: { anchor }, effects: EditorView.scrollIntoView(anchor, { y: "center" }) });
      view.focus();
    },
    destroy: () => {
      cancelAnimationFrame(again);
      view.destroy();
    },
  };
}

/** Lines of a key that are read at its beginning: of a long list, the others are not. */
const linesOfValue = 4;

/** Whether lines may be brought into sight: whoever types in the source has the place that they look at. */
function mayMove({ state, hasFocus }: EditorView, { first }: MarkedLines): boolean {
  return first <= state.doc.lines && !hasFocus;
}

/** Brings marked lines into sight. */
function scrollToLines(state: EditorState, { first, last }: MarkedLines): StateEffect<unknown> {
  const end = Math.min(last, first + linesOfValue - 1, state.doc.lines);
  // The head of the range is what stays in sight where not all of it fits.
  const range = EditorSelection.range(state.doc.line(end).to, state.doc.line(first).from);
  return EditorView.scrollIntoView(range, { y: "nearest", yMargin: 40 });
}

function fixedExtensions(): readonly Extension[] {
  return [
    lineNumbers(),
    lintGutter(),
    drawSelection(),
    xml({ autoCloseTags: false }),
    bracketMatching(),
    indentUnit.of("\t"),
    EditorState.tabSize.of(2),
    syntaxHighlighting(colours),
    looks,
    indentation,
    EditorView.lineWrapping,
    keyTags,
    breaks,
    markedLines,
    wholeMarks,
    unseenCharacters,
    EditorView.contentAttributes.of({ "aria-label": "Source text", tabindex: "0" }),
  ];
}

function does(act: () => void, isDone = true): boolean {
  act();
  return isDone;
}

function diagnosticOf(state: EditorState, problem: Problem, severity: "error" | "warning"): Diagnostic {
  const from = offsetOf(state, problem.at ?? { line: 1, column: 1 });
  const { to: end, text, from: start } = state.doc.lineAt(from);
  const word = /^(?:<[^<>]*>?|[^<\s]+|.)/u.exec(text.slice(from - start))?.[0].length ?? 0;
  // Behind the end of a line something is missing: its last character is underlined.
  const range =
    word > 0 ? { from, to: Math.min(end, from + word) } : { from: Math.max(start, from - 1), to: from };
  return { ...range, severity, message: `${problem.title} ${problem.detail} ${problem.fix}` };
}

/** Marks the name of the key, or the value, that the line holds; nothing where the source is shorter than the finding thinks. */
function findingMark(state: EditorState, { line, severity, text }: LineFinding): readonly Diagnostic[] {
  if (line > state.doc.lines) return [];
  const { from, text: source } = state.doc.line(line);
  const start = from + source.length - source.trimStart().length;
  const [tag = ""] = /^<[^<>]*>/u.exec(source.trimStart()) ?? [];
  const inside = source.trimStart().slice(tag.length).split("<", 1)[0]?.length ?? 0;
  const range =
    inside === 0
      ? { from: start, to: start + tag.length }
      : { from: start + tag.length, to: start + tag.length + inside };
  return [{ ...range, severity, message: text }];
}

/** Columns of problems count characters, offsets count halves of those beyond U+FFFF. */
function offsetOf(
  state: EditorState,
  { line, column }: { readonly line: number; readonly column: number },
): number {
  const { from, text } = state.doc.line(Math.max(1, Math.min(line, state.doc.lines)));
  return from + [...text].slice(0, column - 1).join("").length;
}
