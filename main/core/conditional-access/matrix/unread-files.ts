import type { Finding } from "../../finding.ts";

/** Characters of a name that there is room for beside the headline. */
const longest = 32;

/** The files of policies that an answer could not take in: `Without cut.json`; null where all were read. A finding says more. */
export function missingText(findings: readonly Finding[]): string | null {
  const files = findings.flatMap(({ where }) => where.files ?? []);
  const [first] = files;
  if (first === undefined) return null;
  if (files.length > 1) return `Without ${files.length} files`;
  const name = first.split(/[\\/]/u).at(-1) ?? "";
  const told = name === "" || name.length > longest ? "1 file" : name;
  return `Without ${told}`;
}
