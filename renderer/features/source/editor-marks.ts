import { type Extension, Prec, RangeSetBuilder, StateEffect, StateField } from "@codemirror/state";
import {
  Decoration,
  type DecorationSet,
  EditorView,
  GutterMarker,
  gutterLineClass,
  highlightSpecialChars,
  MatchDecorator,
  ViewPlugin,
} from "@codemirror/view";

/** Lines of the key that has the focus in the form. */
export type MarkedLines = { readonly first: number; readonly last: number };

export const setMarkedLines = StateEffect.define<MarkedLines | null>();

const lineMark = Decoration.line({ class: "source-marked" });

const gutterMark = new (class extends GutterMarker {
  override elementClass = "source-marked";
})();

/** The lines of the key that has the focus in the form. */
export const markedLines: Extension = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update: (marks, { effects, changes, newDoc }) => {
    const effect = effects.find((one) => one.is(setMarkedLines));
    if (effect === undefined) {
      return marks.map(changes);
    }
    const builder = new RangeSetBuilder<Decoration>();
    const lines: MarkedLines | null = effect.value;
    for (let line = lines?.first ?? 1; line <= Math.min(lines?.last ?? 0, newDoc.lines); line += 1) {
      const { from } = newDoc.line(line);
      builder.add(from, from, lineMark);
    }
    return builder.finish();
  },
  provide: (field) => [
    EditorView.decorations.from(field),
    // The mark is of whole lines, with their numbers.
    gutterLineClass.from(field, (marks) => {
      const builder = new RangeSetBuilder<GutterMarker>();
      marks.between(0, Number.MAX_SAFE_INTEGER, (from) => builder.add(from, from, gutterMark));
      return builder.finish();
    }),
  ],
});

/** Marks of secrets as main writes them: one key takes a whole one away, and the cursor does not stand inside. */
const secretMark = /•{6,} \d+ \((?:kept, not shown|left out of the draft)\)/g;

/** Blanks at the ends of a value or a key. */
const edgeBlank = /(?<=<(?:string|key)>)[ \t]+|[ \t]+(?=<\/(?:string|key)>)/g;

function matched(regexp: RegExp, className: string, isAtomic: boolean): Extension {
  return viewportMarks(
    new MatchDecorator({ regexp, decoration: Decoration.mark({ class: className }) }),
    isAtomic,
  );
}

/** Marks of what is in view; nothing else is looked at. */
function viewportMarks(decorator: MatchDecorator, isAtomic = false): Extension {
  return ViewPlugin.define(
    (view) => ({
      decorations: decorator.createDeco(view),
      update(update) {
        this.decorations = decorator.updateDeco(update, this.decorations);
      },
    }),
    {
      decorations: (plugin) => plugin.decorations,
      provide: (plugin) =>
        isAtomic
          ? EditorView.atomicRanges.of((view) => view.plugin(plugin)?.decorations ?? Decoration.none)
          : [],
    },
  );
}

export const wholeMarks: Extension = [
  matched(secretMark, "source-secret", true),
  matched(edgeBlank, "source-blank", false),
];

const indent = Decoration.mark({ class: "source-indent" });

/**
 * Blanks at the beginning of a line: a pane with little room shows them narrower, and what a line goes on with begins below its
 * own beginning. They are taken out of the line, so that no line breaks behind them, and the line stands as far in as they are
 * wide. A line of blanks alone keeps them, and so does one that would have no room left.
 */
export const indentation: Extension = viewportMarks(
  new MatchDecorator({
    regexp: /^(?:\t{1,16}|[ \t]{1,32})(?=[^ \t])/g,
    decorate: (add, from, to, [blanks], { state }) => {
      // Of a very long line only a part is looked at.
      if (state.doc.lineAt(from).from !== from) return;
      const tabs = blanks.split("\t").length - 1;
      add(from, from, inset(blanks.length + tabs * (state.tabSize - 1)));
      add(from, to, indent);
    },
  }),
);

/** How far in a line stands; the looks of the editor say how wide a column is. */
function inset(columns: number): Decoration {
  return Decoration.line({ attributes: { style: `--source-columns: ${columns}` } });
}

/** How lines break: beside a tag and not in it, and in what has no place to break wherever the line is full. */
export const breaks: Extension = [
  matched(/<\/?[\w.-]{1,20}\/?>?/g, "source-tag", false),
  matched(/[^\s<>-]{24,}/g, "source-run", false),
];

/** Tags of keys, which have a colour of their own: the marks of higher precedence are the inner ones. */
export const keyTags: Extension = Prec.highest(matched(/<\/?key>/g, "source-key-tag", false));

/** What is not seen, only looks like a blank, or turns the direction of writing, each by its code. */
const unseen =
  /\u034f|[\p{Cf}\u00a0\u115f\u1160\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u2800\u3000\u3164\uffa0]|\u17b4|\u17b5/gu;

export const unseenCharacters: Extension = highlightSpecialChars({
  addSpecialChars: unseen,
  render: (code) => {
    const name = `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
    const shown = document.createElement("span");
    shown.className = "source-unseen";
    shown.textContent = name;
    return shown;
  },
});
