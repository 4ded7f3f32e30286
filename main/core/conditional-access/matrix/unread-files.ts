import type { Finding } from "../../finding.ts";

/** Characters of a name that a line under the headline has room for. */
const longest = 32;

/** The files of policies that an answer could not take in: `This leaves out cut.json, which could not be read.`; null where all were read. */
export function missingText(findings: readonly Finding[]): string | null {
  const files = findings.flatMap(({ where }) => where.files ?? []);
  const [first] = files;
  if (first === undefined) return null;
  if (files.length > 1) return `This leaves out ${files.length} files, which could not be read.`;
  const name = first.split(/[\\/]/u).at(-1) ?? "";
  const told = name === "" || name.length > longest ? "1 file" : name;
  return `This leaves out ${told}, which could not be read.`;
}
