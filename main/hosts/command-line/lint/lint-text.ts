import type { Finding } from "../../../core/finding.ts";
import { type Looks, severityLooks } from "../colours.ts";
import { oneLine } from "../text.ts";
import { type FileReport, type LintReport, summaryOf } from "./report.ts";

/** How lines of {@link lintText} look in colour. */
export const lintLooks: Looks = { lines: severityLooks };

/** A run for people: the files that have something, what was changed, and how many there are of each. */
export function lintText({ files }: LintReport): string {
  const blocks = files.flatMap((report) => {
    const lines = [...changeLines(report), ...report.findings.flatMap(findingLines)];
    return lines.length === 0 ? [] : [[oneLine(report.file), ...lines].join("\n")];
  });
  return `${[...blocks, summaryLine(files)].join("\n\n")}\n`;
}

function findingLines(finding: Finding): readonly string[] {
  const { severity, rule, title, detail, where, fix } = finding;
  const place = [where.domain, where.keyPath, where.policyId].filter((part) => part !== undefined).join(" ");
  const step = fix === undefined ? null : "patch" in fix ? `${fix.label} (--fix does it)` : fix.steps[0];
  return [
    `  ${severity.padEnd(8)}${rule}${place === "" ? "" : `  ${oneLine(place)}`}`,
    `          ${oneLine(title)} ${oneLine(detail)}`,
    ...(step === null || step === undefined ? [] : [`          Fix: ${oneLine(step)}`]),
  ];
}

/** Like a diff: what stood there, what stands there now. */
function changeLines({ fixed }: FileReport): readonly string[] {
  if (fixed === null || fixed.changes.length === 0) return [];
  const head = fixed.written ? "  fixed" : "  would be fixed";
  return [
    `${head}: ${[...new Set(fixed.rules)].join(", ")}`,
    ...fixed.changes.flatMap(({ path, before, after }) => [
      ...(before === null ? [] : [`  - ${oneLine(path)}: ${oneLine(before)}`]),
      ...(after === null ? [] : [`  + ${oneLine(path)}: ${oneLine(after)}`]),
    ]),
  ];
}

function summaryLine(files: readonly FileReport[]): string {
  const { error, warning, info } = summaryOf(files);
  const suppressed = files.reduce((sum, { suppressed: some }) => sum + some.length, 0);
  const counted = [
    amount(error, "error"),
    amount(warning, "warning"),
    amount(info, "note"),
    ...(suppressed === 0 ? [] : [`${suppressed} suppressed`]),
  ];
  return `${amount(files.length, "file")}: ${counted.join(", ")}.`;
}

function amount(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
