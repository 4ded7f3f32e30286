import { type OpenedDocument, type OpenOptions, openBytes } from "../../app/document/open-bytes.ts";
import { fail, type Problem, type Result } from "../../core/problem.ts";
import { maximumProfileBytes } from "../../core/profile/limits.ts";
import type { Terminal } from "./command.ts";
import { oneLine } from "./text.ts";

export type { OpenedDocument };

/**
 * Reads a profile from a file, signed or not, and out of what it is inside of; that is said on standard error. The problem names
 * the file: what, where, what to do.
 */
export async function openDocument(
  path: string,
  terminal: Terminal,
  options: Omit<OpenOptions, "fileName"> = {},
): Promise<Result<OpenedDocument>> {
  const bytes = await terminal.readFile(path, maximumProfileBytes);
  if (!(bytes instanceof Uint8Array)) return fail(bytes);
  const opened = await openBytes(bytes, { takeOut: true, ...options, fileName: path });
  if (!opened.ok) return fail(inFile(opened.problem, path));
  if (opened.value.inside !== null) terminal.stderr(insideLine(path, opened.value.inside));
  return opened;
}

/** The problem, saying first in which file it is. */
export function inFile(problem: Problem, path: string): Problem {
  return { ...problem, title: `${path}: ${problem.title}` };
}

/** The line that says where a profile was found. */
export function insideLine(path: string, place: string): string {
  return `${oneLine(`${path}: the profile was found inside ${place}. A Mac does not install it in this form.`)}\n`;
}
