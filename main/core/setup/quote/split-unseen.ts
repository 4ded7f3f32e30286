import { unseen } from "../../text/unseen.ts";

/** A stretch of a text that is seen as it is, or one in which nothing is seen; a line feed is seen. */
export type Stretch = { readonly text: string; readonly isSeen: boolean };

/** The text as stretches, in order: a script shows the ones as they are and spells the others, so that nothing in it is hidden. */
export function splitUnseen(text: string): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let end = 0;
  const add = (part: string, isSeen: boolean): void => {
    const last = stretches.at(-1);
    if (last?.isSeen === isSeen) stretches[stretches.length - 1] = { text: last.text + part, isSeen };
    else if (part !== "") stretches.push({ text: part, isSeen });
  };
  for (const match of text.matchAll(unseen)) {
    add(text.slice(end, match.index), true);
    add(match[0], match[0] === "\n");
    end = match.index + match[0].length;
  }
  add(text.slice(end), true);
  return stretches;
}
