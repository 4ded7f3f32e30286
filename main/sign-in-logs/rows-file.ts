import { open } from "node:fs/promises";
import { join } from "node:path";
import { fail, type Result, succeed } from "../core/problem.ts";
import { copyAt, type SourceFile } from "../files/source-file.ts";
import { machineProblem, noFolder } from "./machine-problem.ts";
import { makeSpillFolder, type SpillFolder } from "./spill-folder.ts";

/** Writes one row for each line. */
export type WriteRows = (rows: readonly unknown[]) => Promise<void>;

/**
 * Lays rows that come from elsewhere than a file into one that only its owner can read, for a log to read as any other. The file goes
 * when it was read, and at once where `write` fails.
 *
 * @param name what is said about it
 * @returns problems: `no-temporary-folder`, `disk-full`, and those of `write`
 */
export async function rowsFile(
  name: string,
  write: (rows: WriteRows) => Promise<Result<unknown>>,
): Promise<Result<SourceFile>> {
  let folder: SpillFolder;
  try {
    folder = await makeSpillFolder();
  } catch (error) {
    return fail(machineProblem(error) ?? noFolder(error));
  }
  try {
    const path = join(folder.path, "rows.ndjson");
    const file = await open(path, "wx", 0o600);
    const written = await write((rows) =>
      file.appendFile(rows.map((row) => `${JSON.stringify(row)}\n`).join("")),
    ).finally(() => file.close());
    if (written.ok) return succeed(copyAt(path, name, folder.remove));
    await folder.remove();
    return written;
  } catch (error) {
    await folder.remove();
    const problem = machineProblem(error);
    if (problem === null) throw error;
    return fail(problem);
  }
}
