import { type OpenedDocument, type OpenOptions, openBytes } from "../../app/document/open-bytes.ts";
import { fail, type Problem, type Result } from "../../core/problem.ts";
import { maximumProfileBytes } from "../../core/profile/limits.ts";
import type { Terminal } from "./command.ts";

export type { OpenedDocument };

/** Reads a profile from a file, signed or not. The problem names the file: what, where, what to do. */
export async function openDocument(
  path: string,
  terminal: Terminal,
  options: Omit<OpenOptions, "fileName"> = {},
): Promise<Result<OpenedDocument>> {
  const bytes = await terminal.readFile(path, maximumProfileBytes);
  if (!(bytes instanceof Uint8Array)) return fail(bytes);
  const opened = await openBytes(bytes, { ...options, fileName: path });
  return opened.ok ? opened : fail(inFile(opened.problem, path));
}

/** The problem, saying first in which file it is. */
export function inFile(problem: Problem, path: string): Problem {
  return { ...problem, title: `${path}: ${problem.title}` };
}
