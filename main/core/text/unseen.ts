/**
 * One character that a reader does not see, or that changes how what stands around it is shown: control characters
 * (C0, C1), marks that turn the direction of writing (UAX #9), zero-width marks, joiners and tags (Unicode category Cf),
 * line and paragraph separators, fillers, and halves of a surrogate pair.
 */
export const unseen =
  /\p{Cc}|\p{Cf}|\p{Surrogate}|\u2028|\u2029|\u034f|\u115f|\u1160|\u17b4|\u17b5|\u3164|\uffa0/gu;

/** Blanks that are not the one of the space bar, and the empty pattern of Braille: they look like a blank or like nothing. */
export const otherBlank = /[^\S \n\r\t]|\u2800/gu;

/** A joiner between two pictures makes one picture of them and hides nothing. */
export const joinerOfPictures =
  /(?<=\p{Extended_Pictographic}[\ufe0f\u{1f3fb}-\u{1f3ff}]?)\u200d(?=\p{Extended_Pictographic})/gu;

/**
 * A text in which nothing is hidden: every unseen character but the line feed stands there as JSON writes it,
 * `\u202e`. Of a JSON text the result is the same JSON: there, unseen characters stand in strings only.
 */
export function withoutUnseen(text: string): string {
  return text.replace(unseen, (character) => (character === "\n" ? character : escaped(character)));
}

function escaped(character: string): string {
  let text = "";
  for (let at = 0; at < character.length; at += 1) {
    text += `\\u${character.charCodeAt(at).toString(16).padStart(4, "0")}`;
  }
  return text;
}
