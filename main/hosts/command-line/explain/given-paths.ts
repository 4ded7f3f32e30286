import { kindOfPath } from "../../../app/explain/explain-path.ts";
import { isOneCode } from "../../../core/explain/evidence/codes.ts";
import { fail, type Result, succeed } from "../../../core/problem.ts";

/** What looks like a path and like nothing that people paste: it begins like one, or has the ending of a log. */
const path =
  /^(?:\.{0,2}\/|~\/|[A-Za-z]:\\)[^\n]{0,4000}$|^[^\s:?*"<>|]{1,255}\.(?:log|txt|json|ndjson|out)$/;

/**
 * The files and folders that a call names; null where it names a code or a text. Problem `file-not-read` for what is meant as a path and
 * leads to nothing.
 */
export async function givenPaths(positionals: readonly string[]): Promise<Result<readonly string[] | null>> {
  // A code is a code, whatever files lie around.
  if (positionals.every(isOneCode)) return succeed(null);
  const kinds = await Promise.all(
    positionals.map((given) => (given.length > 4096 ? Promise.resolve(null) : kindOfPath(given))),
  );
  if (kinds.every((kind) => kind !== null)) return succeed(positionals);
  const missing = positionals.find((given, index) => kinds[index] === null && path.test(given));
  if (missing === undefined) return succeed(null);
  return fail({
    code: "file-not-read",
    title: `${missing} could not be read.`,
    detail: "There is no such file or folder.",
    fix: "Check the path, or put a text into quotes.",
  });
}
