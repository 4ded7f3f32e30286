import { equalValues } from "../plist/index.ts";
import type { PlistValue } from "../plist/value.ts";
import type { DifferenceKind } from "./difference.ts";
import { defectNumber, type QuirkId } from "./quirks.ts";
import { trimmed } from "./text-fate.ts";

/** How a difference is explained. */
export type Explained = { readonly kind: DifferenceKind; readonly defect?: string };

export const unexplained: Explained = { kind: "unexplained" };
export const usual: Explained = { kind: "usual" };

export function knownDefect(id: QuirkId): Explained {
  return { kind: "known-defect", defect: defectNumber(id) };
}

/**
 * Why one value is stored as another; null where both are the same. Both are no containers of the same kind.
 *
 * @param isExact true inside managed preferences, which Jamf Pro stores byte for byte
 */
export function explainValue(sent: PlistValue, stored: PlistValue, isExact: boolean): Explained | null {
  if (equalValues(sent, stored)) return null;
  if (sent.kind !== "string" || stored.kind !== "string") return unexplained;
  return explainText(sent.value, stored.value, isExact);
}

/** What Jamf Pro does to a text, one defect after the other, in the order in which they are tried. */
const changes: readonly (readonly [id: QuirkId, change: (text: string) => string])[] = [
  ["C5", trimmed],
  ["C3", (text) => text.replace(/[\n\t]/g, "")],
  ["C4", withMarks],
  ["C2", escapedOnce],
];

function explainText(sent: string, stored: string, isExact: boolean): Explained {
  // A carriage return comes back as a line feed from managed preferences: the line break is there.
  if (lineFeeds(sent) === lineFeeds(stored)) return usual;
  for (const [id, change] of changes) {
    if (lineFeeds(change(sent)) === lineFeeds(stored)) return knownDefect(id);
    // Several at once: the gravest is named, blanks at the ends are not.
    if (id !== "C5" && lineFeeds(trimmed(change(trimmed(sent)))) === lineFeeds(stored))
      return knownDefect(id);
  }
  const all = changes.reduce((text, [, change]) => change(text), sent);
  return !isExact && lineFeeds(all) === lineFeeds(stored) ? knownDefect("C2") : unexplained;
}

/** What the name of a setting is called outside managed preferences, and by which quirk; null where nothing happens to it. */
export function keyFate(key: string): { readonly becomes: string; readonly explained: Explained } | null {
  const becomes = escapedOnce(withMarks(key));
  return becomes === key ? null : { becomes, explained: knownDefect(withMarks(key) === key ? "C2" : "C4") };
}

/** Two marks in place of each emoji (quirk C4). */
function withMarks(text: string): string {
  return text.replace(/[\u{10000}-\u{10ffff}]/gu, "\ufffd\ufffd");
}

/** A text with the layer of escaping that stays on it (quirk C2). */
function escapedOnce(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll("]]>", "]]&gt;");
}

function lineFeeds(text: string): string {
  return text.replace(/\r\n?/g, "\n");
}
