import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readSaid } from "../../../scripts/word-docs/said.mjs";

type Text = { readonly at: string; readonly slot: string; readonly text: string; readonly isAnswer: boolean };

/** A sentence of more words needs a second reading, whatever it says. */
const mostWords = 30;

/** What stands in a record beside a mark of certainty, so that a mark in the text would be the second one. */
const besideMark = new Set(["meaning", "basis", "why", "detail"]);

/** Values that only a run knows are `…`, and a text may end with one. */
const ends = /[.?!…]$/u;

/** Texts whose title names a thing to look at and not what happened. */
const namesThings =
  /^(assets|main\/core\/(explain|export|conditional-access\/matrix|recipes)|main\/login\/plans|main\/core\/templates|renderer\/screens\/export)/;

describe("a sentence of the app", () => {
  const all = readAll();
  const found = (is: (text: Text) => boolean): readonly string[] =>
    all.filter(is).map(({ at, slot, text }) => `${at} ${slot}: ${text}`);

  it("is there: the list is not empty", () => {
    expect(all.length).toBeGreaterThan(3000);
  });

  it(`has no more than ${mostWords} words`, () => {
    expect(found(({ text }) => sentencesOf(text).some((one) => wordsOf(one) > mostWords))).toEqual([]);
  });

  it("carries no mark of certainty where one stands beside it", () => {
    expect(
      found(({ slot, text }) => besideMark.has(slot) && /\((inferred|documented)\b/i.test(text)),
    ).toEqual([]);
  });

  it("has no blank too many: two in a row, or one before a mark", () => {
    expect(found(({ text }) => / {2}|\S [.,;!?](\s|$)/.test(text) && !/Hello \.|& and ;/.test(text))).toEqual(
      [],
    );
  });

  it("has no mark too many", () => {
    expect(found(({ text }) => /\.{2}|[?!][.]|,,|;;/.test(text))).toEqual([]);
  });

  it("says no word twice in a row", () => {
    expect(found(({ text }) => /(?<![-\p{L}])(\p{L}+) \1(?![-\p{L}])/u.test(text))).toEqual([]);
  });

  it("holds no value that was never put in", () => {
    const unfilled = /\$\{|\{(?!host\})[a-z]+\}|\b(undefined|NaN|TODO|FIXME)\b|\[object/;
    expect(found(({ text }) => unfilled.test(text))).toEqual([]);
  });

  it("has a full stop as a title of what happened, and none as a name or a label", () => {
    expect(found(({ slot, text }) => (slot === "name" || slot === "label") && text.endsWith("."))).toEqual(
      [],
    );
    expect(
      found(
        ({ at, slot, text, isAnswer }) =>
          slot === "title" && isAnswer && !namesThings.test(at) && !ends.test(text),
      ),
    ).toEqual([]);
  });

  it("negates once: nothing that does not, not un-", () => {
    expect(
      found(({ text }) => /\b(nothing|nobody|none) (that|who) \S+ \S* ?not\b|\bnot un[a-z]+ed\b/i.test(text)),
    ).toEqual([]);
  });
});

function readAll(): readonly Text[] {
  return readSaid(join(import.meta.dirname, "../../..")).flatMap(({ path, records, sentences }) => [
    ...records.flatMap(({ code, said }) => {
      // A problem and a finding say what can be done; a heading or a choice does not.
      const isAnswer = said.some(({ slot }) => slot === "fix" || slot === "label");
      return said.map(({ slot, text }) => ({ at: `${path} ${code}`, slot, text, isAnswer }));
    }),
    ...sentences.map((text) => ofCatalogue(path, text)),
  ]);
}

/** What a catalogue says of several codes stands as `slot: text (of N codes)`. */
function ofCatalogue(path: string, line: string): Text {
  const [, slot = "", text = line] = /^(\w+): (.*) \(of \d+ codes\)$/u.exec(line) ?? [];
  return { at: path, slot, text, isAnswer: false };
}

function sentencesOf(text: string): readonly string[] {
  return text.split(/(?<=[.!?]) (?=[\p{Lu}“"])/u);
}

function wordsOf(sentence: string): number {
  return sentence.split(/\s+/).length;
}
