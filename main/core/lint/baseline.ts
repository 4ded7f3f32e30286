import type { Finding } from "../finding.ts";
import { exceeds } from "../json/exceeds.ts";
import { fail, type Problem, type Result, succeed } from "../problem.ts";

/** What an earlier run found: how often each rule fired at each key path of each file. */
export type Baseline = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** Most bytes of a baseline, and most values in it. */
export const maximumBaselineBytes = 64 * 1024 * 1024;
const mostValues = 5_000_000;

/**
 * Reads what an earlier `lint --json` printed. Problems: `baseline-invalid` for JSON of another shape.
 *
 * @param json as `JSON.parse` gave it
 */
export function readBaseline(json: unknown): Result<Baseline> {
  if (exceeds(json, mostValues)) return fail(invalid("It holds more than any run finds."));
  const files = member(json, "files");
  if (!Array.isArray(files)) return fail(invalid('It holds no list "files".'));
  const baseline = new Map<string, Map<string, number>>();
  for (const entry of files) {
    const file = member(entry, "file");
    const findings = member(entry, "findings");
    if (typeof file !== "string" || !Array.isArray(findings))
      return fail(invalid("An entry has no file or no findings."));
    const counts = baseline.get(file) ?? new Map<string, number>();
    baseline.set(file, counts);
    for (const finding of findings) {
      const rule = member(finding, "rule");
      if (typeof rule !== "string") return fail(invalid("A finding names no rule."));
      const keyPath = member(member(finding, "where"), "keyPath");
      const name = nameOf(rule, typeof keyPath === "string" ? keyPath : null);
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  return succeed(baseline);
}

/**
 * The findings that an earlier run did not have, by file name, rule and key path. A file that the baseline does not name by
 * its whole path is looked up by its last part, so that a run from another folder compares as well. What stood there once
 * hides one finding, not two.
 */
export function newFindings(
  baseline: Baseline,
  file: string,
  findings: readonly Finding[],
): readonly Finding[] {
  const known = new Map(baseline.get(file) ?? onlyOfName(baseline, file));
  return findings.filter(({ rule, where }) => {
    const name = nameOf(rule, where.keyPath ?? null);
    const left = known.get(name) ?? 0;
    known.set(name, left - 1);
    return left <= 0;
  });
}

function onlyOfName(baseline: Baseline, file: string): ReadonlyMap<string, number> {
  const same = [...baseline].filter(([known]) => lastPart(known) === lastPart(file));
  const [only] = same;
  return only !== undefined && same.length === 1 ? only[1] : new Map();
}

function lastPart(path: string): string {
  return path.replace(/^.*[/\\]/u, "");
}

function nameOf(rule: string, keyPath: string | null): string {
  return JSON.stringify([rule, keyPath]);
}

function member(value: unknown, name: string): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, name)) return undefined;
  return (value as Readonly<Record<string, unknown>>)[name];
}

function invalid(detail: string): Problem {
  return {
    code: "baseline-invalid",
    title: "This is not what an earlier lint --json printed.",
    detail,
    fix: "Write it again: latchkey lint FILE… --json > baseline.json.",
  };
}
