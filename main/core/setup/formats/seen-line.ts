import { withoutUnseen } from "../../text/unseen.ts";

/** A text for people on one line, in which nothing is hidden. */
export function oneSeenLine(text: string): string {
  return withoutUnseen(text).replaceAll("\n", "\\n");
}
