import type { Problem } from "../core/problem.ts";

/** Problems that come from the machine, as values; others go on. */
export function machineProblem(error: unknown): Problem | null {
  const text = error instanceof Error ? error.message : String(error);
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "ENOSPC" || code === "EDQUOT" || isFull(text)) {
    return {
      code: "disk-full",
      title: "There is no room left to read this log.",
      detail:
        "Parts of a log that do not fit in memory go to the system's folder for temporary files, and it is full.",
      fix: "Make room, or set TMPDIR to a folder on another disk. Nothing was left behind.",
    };
  }
  if (/out of memory/i.test(text)) {
    return {
      code: "too-little-memory",
      title: "There is not enough memory to read this log.",
      detail: "A row of it is larger than what Latchkey gives to a log.",
      fix: "Look for a very long line in the file, and leave it out.",
    };
  }
  return null;
}

/** Whether a message tells of a full disk, also in DuckDB's words, which calls a full disk a lack of memory and names its own limit, 90 % of what was free. */
export function isFull(text: string): boolean {
  return /no space left|disk (is )?full|ENOSPC|failed to offload|max_temp_directory_size/i.test(text);
}

/** The problem of a private folder that could not be made. */
export function noFolder(error: unknown): Problem {
  const code = error instanceof Error && "code" in error ? ` The system says ${String(error.code)}.` : "";
  return {
    code: "no-temporary-folder",
    title: "A log needs a private folder while it is read, and none could be made.",
    detail: `It would stand in the system's folder for temporary files.${code}`,
    fix: "Set TMPDIR to a folder in which you may write.",
  };
}
