import data from "../../../assets/reference/provider-errors.json" with { type: "json" };
import type { Certainty } from "../finding.ts";
import type { Outcome, PasswordVerdict } from "../login-result.ts";

/** What an error text of a provider other than Entra means, from `assets/reference/provider-errors.json`. */
export type ProviderEntry = {
  readonly id: string;
  readonly provider: string;
  readonly title: string;
  readonly meaning: string;
  readonly outcome: Outcome;
  readonly passwordVerdict: PasswordVerdict;
  readonly certainty: Certainty;
  readonly basis: string;
  /** What Jamf Connect makes of it, a conclusion; null where none can be drawn. */
  readonly accepts: boolean | null;
  readonly cause: string;
  readonly steps: readonly string[];
  readonly locksAccount: boolean;
  readonly source: string;
  /** Marks that stand for this error wherever they are: `E0000004`, `MSIS9659`. */
  readonly marks: readonly string[];
  /** Sentences that stand for it in the description of an error, and are only words anywhere else. */
  readonly sentences: readonly string[];
};

type Written = Omit<ProviderEntry, "locksAccount" | "marks" | "sentences"> & {
  readonly locksAccount?: boolean;
  readonly marks?: readonly string[];
  readonly sentences?: readonly string[];
};

// TypeScript widens the literals of a JSON module to string. A unit test checks every entry of the file against these types.
const file = data as unknown as { readonly errors: readonly Written[] };

/** Every error of another provider that is known by its text. */
export function allProviderEntries(): readonly ProviderEntry[] {
  return file.errors.map((entry) => ({ locksAccount: false, marks: [], sentences: [], ...entry }));
}

/** The errors whose mark stands in a text, in the order of the text. */
export function entriesByMark(text: string): readonly ProviderEntry[] {
  const lower = text.toLowerCase();
  return allProviderEntries()
    .map((entry) => ({ entry, at: firstMark(entry.marks, lower) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at)
    .map(({ entry }) => entry);
}

function firstMark(marks: readonly string[], lower: string): number {
  const places = marks.map((mark) => placeOfMark(mark.toLowerCase(), lower)).filter((at) => at >= 0);
  return places.length === 0 ? -1 : Math.min(...places);
}

/** A mark stands by itself: no letter, digit or underscore before or after it. */
function placeOfMark(mark: string, lower: string): number {
  let from = 0;
  for (;;) {
    const at = lower.indexOf(mark, from);
    if (at < 0) return -1;
    const before = lower[at - 1] ?? " ";
    const after = lower[at + mark.length] ?? " ";
    if (!/[a-z0-9_]/.test(before) && !/[a-z0-9_]/.test(after)) return at;
    from = at + 1;
  }
}

/** The error whose sentence stands in the description of an answer, or null. */
export function entryByDescription(description: string): ProviderEntry | null {
  const plain = plainText(description);
  return (
    allProviderEntries().find(({ sentences }) =>
      sentences.some((sentence) => plain.includes(plainText(sentence))),
    ) ?? null
  );
}

function plainText(text: string): string {
  return text.slice(0, 20_000).toLowerCase().replace(/\s+/g, " ").replace(/[’`]/g, "'").trim();
}
