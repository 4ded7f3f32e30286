import type { KeyDescription } from "../keys/index.ts";

/** Names of keys whose value people read: messages, titles, labels, menu texts. */
const PROSE =
  /(?:Message|Title|SubTitle|Text|Label|Description|OTPEntry|ToolTip|Button|Choices|Options|Args)(?:$|\.|\[)/u;
const PROSE_DICTIONARIES = /^(?:CustomMenuItems|(?:SignIn\.)?MFARename)\./u;

/** Whether a value is written for people to read: blanks and line breaks in it are its layout. */
export function isProse({ path, type, items }: KeyDescription): boolean {
  if (type !== "string" && items !== "string") return false;
  return PROSE.test(path) || PROSE_DICTIONARIES.test(path);
}
