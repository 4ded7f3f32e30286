import type { LogEntry } from "./log-entry.ts";
import { createEntryReader } from "./read-entries.ts";

/** As much of a text as tells what it is. */
export const sniffedCharacters = 262_144;

/**
 * Whether a text is a log of the Mac: messages in a form that is known, and more of them than lines of something else around them.
 *
 * @param least how many messages it takes: two in a pasted text, of which a single line may be meant by itself
 */
export function looksLikeMacLog(text: string, least: number): boolean {
  let messages = 0;
  const reader = createEntryReader((_entry: LogEntry) => {
    messages += 1;
  });
  reader.push(text.slice(0, sniffedCharacters));
  const { others, entries } = reader.end();
  return messages >= least && others <= entries + 20;
}
