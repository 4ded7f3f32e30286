/** A long value in two parts: the head gives way on screen, the tail always stays. */
export type MiddleCutParts = { readonly head: string; readonly tail: string };

const tailLength = 8;

/**
 * Splits a value for display so that only its middle is hidden when room is short: identifiers are told apart by both
 * ends. A space at the seam goes to the head, where it leaves no gap behind the ellipsis. Values too short to gain anything come back whole in `head`.
 */
export function splitForMiddleCut(value: string): MiddleCutParts {
  const characters = Array.from(value);
  if (characters.length <= tailLength * 2) {
    return { head: value, tail: "" };
  }
  const tail = characters.slice(-tailLength).join("").trimStart();
  return { head: value.slice(0, value.length - tail.length), tail };
}

/**
 * Shortens a value to at most `length` characters by replacing its middle with an ellipsis.
 *
 * @param length at least 3; smaller values count as 3.
 */
export function cutMiddle(value: string, length: number): string {
  const characters = Array.from(value);
  const room = Math.max(3, length);
  if (characters.length <= room) {
    return value;
  }
  const head = Math.ceil((room - 1) / 2);
  const tail = room - 1 - head;
  return `${characters.slice(0, head).join("")}…${characters.slice(characters.length - tail).join("")}`;
}

/**
 * Shortens a name to about `length` characters by leaving out whole words from its middle: `Jamf Connect … Policy API`. A name
 * whose first and last word alone are longer loses its middle by characters.
 */
export function cutMiddleWords(name: string, length: number): string {
  if (Array.from(name).length <= length) return name;
  const words = name.split(" ");
  let [head, tail] = [1, 1];
  const shortened = () =>
    [
      words
        .slice(0, head)
        .join(" ")
        .replace(/[\s,:–-]+$/u, ""),
      "…",
      words.slice(words.length - tail).join(" "),
    ].join(" ");
  const fits = () => head + tail < words.length && Array.from(shortened()).length <= length;
  if (!fits()) return cutMiddle(name, length);
  let [isHeadFull, isTailFull] = [false, false];
  while (!isHeadFull || !isTailFull) {
    if (!isHeadFull) {
      head += 1;
      isHeadFull = !fits();
      if (isHeadFull) head -= 1;
    }
    if (!isTailFull) {
      tail += 1;
      isTailFull = !fits();
      if (isTailFull) tail -= 1;
    }
  }
  return shortened();
}

/**
 * What is left of the room behind the widest beginning of a text that fits into it.
 *
 * @param widthOf the width of the first so many characters; all of them do not fit
 */
export function gapBehind(widthOf: (characters: number) => number, length: number, room: number): number {
  let [fits, tooMany] = [0, length];
  while (tooMany - fits > 1) {
    const half = Math.floor((fits + tooMany) / 2);
    if (widthOf(half) <= room) fits = half;
    else tooMany = half;
  }
  return Math.max(0, room - widthOf(fits));
}
