import type { Finding } from "../finding.ts";
import { exceeds } from "../json/exceeds.ts";
import { member } from "../json/member.ts";
import { fail, type Problem, type Result, succeed } from "../problem.ts";

/** How often each rule fired at each key path of one file. */
type Counts = ReadonlyMap<string, number>;

/** What an earlier run found. */
export type Baseline = {
  readonly byPath: ReadonlyMap<string, Counts>;
  /** By the last part of the path; null for a name that several files have. */
  readonly byName: ReadonlyMap<string, Counts | null>;
};

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
  return succeed({ byPath: baseline, byName: byName(baseline) });
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
  const known = baseline.byPath.get(file) ?? baseline.byName.get(lastPart(file)) ?? new Map();
  const met = new Map<string, number>();
  return findings.filter(({ rule, where }) => {
    const name = nameOf(rule, where.keyPath ?? null);
    const before = met.get(name) ?? 0;
    met.set(name, before + 1);
    return before >= (known.get(name) ?? 0);
  });
}

function byName(byPath: ReadonlyMap<string, Counts>): ReadonlyMap<string, Counts | null> {
  const names = new Map<string, Counts | null>();
  for (const [path, counts] of byPath) names.set(lastPart(path), names.has(lastPart(path)) ? null : counts);
  return names;
}

function lastPart(path: string): string {
  return path.replace(/^.*[/\\]/u, "");
}

function nameOf(rule: string, keyPath: string | null): string {
  return JSON.stringify([rule, keyPath]);
}

function invalid(detail: string): Problem {
  return {
    code: "baseline-invalid",
    title: "This is not what an earlier lint --json printed.",
    detail,
    fix: "Write it again: latchkey lint FILE… --json > baseline.json.",
  };
}
