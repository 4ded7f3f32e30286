import { explainText } from "../../core/explain/explain-text.ts";
import type { Explained } from "../../core/mac-log/index.ts";
import { fail, type Problem, type Result, succeed } from "../../core/problem.ts";

/**
 * Explains what somebody pastes or types: several lines of a log of the Mac as such a log, everything else as {@link explainText} does.
 * What reads logs is loaded when there are lines to read: a code must not wait for it.
 *
 * @returns problem `explain-too-long` for a text that is no log and longer than any error
 */
export async function explainPasted(text: string): Promise<Result<Explained>> {
  if (/[\r\n]/.test(text.trim())) {
    const { looksLikeMacLog, readMacLogText } = await import("../../core/mac-log/index.ts");
    if (looksLikeMacLog(text, 2)) return succeed({ kind: "log", log: readMacLogText(text) });
  }
  return text.length > longestText ? fail(tooLong) : explainText(text);
}

/** Nobody writes longer errors. */
const longestText = 65_536;

const tooLong: Problem = {
  code: "explain-too-long",
  title: "This is too much text.",
  detail: "It is no log of the Mac, and of other texts at most 64 kB are read. Nothing was looked up.",
  fix: "Paste the error alone, or one row of the log.",
};
