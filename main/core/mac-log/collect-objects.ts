import { macLogLimits } from "./limits.ts";

/** Finds whole JSON objects in a stream of pieces of lines. */
export type ObjectCollector = {
  /** True while an object is open, or while the line that held one goes on. */
  readonly isOpen: () => boolean;
  readonly feed: (text: string, endsLine: boolean) => void;
  /** Gives up what is open; what was collected of it, or null where there is nothing. */
  readonly abandon: () => string | null;
};

/** How an object of `log show` begins: alone, or behind the bracket or the comma of the list that holds it. */
const beginning = /^\s{0,64}(?:\[\s{0,64})?(?:,\s{0,64})?\{/;

export function beginsObject(line: string): boolean {
  return beginning.test(line);
}

/**
 * Collects objects that stand in a list, one on each line, or over many lines. Each character is looked at once. An object that is
 * too large for a message of a log is passed over.
 *
 * @param found called with each whole object; with null for one that was too large
 */
export function createObjectCollector(found: (text: string | null) => void): ObjectCollector {
  let isOpen = false;
  let depth = 0;
  let inString = false;
  let isEscaped = false;
  let collected = "";
  let isTooLarge = false;
  const keep = (piece: string): void => {
    isTooLarge ||= collected.length + piece.length > macLogLimits.object;
    collected = isTooLarge ? "" : collected + piece;
  };
  const reset = (): void => {
    depth = 0;
    inString = false;
    isEscaped = false;
    collected = "";
    isTooLarge = false;
  };
  /** Goes on to the next object of the line; false where something else comes. */
  const isBetween = (character: string): boolean => /[\s,[\]]/.test(character);
  const feed = (text: string, endsLine: boolean): void => {
    isOpen = true;
    let from = 0;
    for (let at = 0; at < text.length; at += 1) {
      const character = text.charAt(at);
      if (depth === 0 && character !== "{") {
        if (isBetween(character)) continue;
        isOpen = false;
        reset();
        return;
      }
      if (inString) {
        if (isEscaped) isEscaped = false;
        else if (character === "\\") isEscaped = true;
        else if (character === '"') inString = false;
      } else if (character === '"') inString = true;
      else if (character === "{") {
        if (depth === 0) from = at;
        depth += 1;
      } else if (character === "}") {
        depth -= 1;
        if (depth === 0) {
          keep(text.slice(from, at + 1));
          const whole = isTooLarge ? null : collected;
          reset();
          found(whole);
        }
      }
    }
    if (depth > 0) keep(`${text.slice(from)}${endsLine ? "\n" : ""}`);
    else if (endsLine) isOpen = false;
  };
  const abandon = (): string | null => {
    const left = collected;
    isOpen = false;
    reset();
    return left === "" ? null : left;
  };
  return { isOpen: () => isOpen, feed, abandon };
}
