import type { Finding } from "../../finding.ts";

/** Characters of a name that a headline has room for. */
const longest = 32;

/** What an answer rests on, less the files of policies that could not be read: `Without cut.json`, `Without 2 files`; null where all were. */
export function withoutText(findings: readonly Finding[]): string | null {
  const files = findings.flatMap(({ where }) => where.files ?? []);
  const [first] = files;
  if (first === undefined) return null;
  if (files.length > 1) return `Without ${files.length} files`;
  const name = first.split(/[\\/]/u).at(-1) ?? "";
  return name === "" || name.length > longest ? "Without 1 file" : `Without ${name}`;
}
