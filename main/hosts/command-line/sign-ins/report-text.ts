import { headline, type SignInReport, signInClasses, underHeadline } from "../../../core/sign-ins/index.ts";
import { grouped } from "../../../core/text/grouped.ts";
import { oneLine } from "../text.ts";

/** How many lines of a list a person reads. */
const shown = 10;

/** The report as lines to read: the one number first. */
export function reportText(report: SignInReport): string {
  const { period } = report;
  const lines = [
    headline(report),
    ...(report.rows === 0 ? [] : [underHeadline(report)]),
    `${grouped(report.rows)} rows${report.rows === report.read ? "" : ` of ${grouped(report.read)}`}, ${grouped(report.skipped)} could not be read, ${grouped(report.duplicates)} were there twice${period === null ? "" : `; ${period.from} to ${period.to}`}.`,
    ...report.formats.map((format) => `Read as: ${format}.`),
    "",
    ...signInClasses.map((name) => `${grouped(report.classes[name]).padStart(11)}  ${name}`),
    ...section(
      "Codes",
      report.byCode.map(({ code, class: name, rows }) => [rows, `${code} ${name}`]),
    ),
    ...section(
      "Applications",
      report.byApp.map(({ app, appId, rows, ropc }) => [
        rows,
        `${app ?? "no name"} ${appId ?? ""}${ropc > 0 ? `, ${grouped(ropc)} ropc` : ""}`,
      ]),
    ),
    ...section(
      "Users with real failures",
      report.byUser.filter(({ failures }) => failures > 0).map(({ user, failures }) => [failures, user]),
    ),
    ...section(
      "Policies that were not satisfied",
      report.byPolicy.map(({ policy, rows }) => [rows, policy]),
    ),
    ...section(
      "Places of real failures",
      report.byPlace.filter(({ failures }) => failures > 0).map(({ place, failures }) => [failures, place]),
    ),
    ...(report.findings.length === 0 ? [] : ["", "Findings"]),
    ...report.findings.flatMap(({ title, detail, fix }) => [
      `- ${title} ${detail}`,
      ...(fix !== undefined && "steps" in fix ? fix.steps.map((step) => `    ${step}`) : []),
    ]),
  ];
  return `${lines.map(keepIndent).join("\n")}\n`;
}

/** One printable line that keeps the blanks at its beginning. */
function keepIndent(line: string): string {
  const indent = /^ */.exec(line)?.[0] ?? "";
  return `${indent}${oneLine(line)}`;
}

function section(title: string, rows: readonly (readonly [number, string])[]): readonly string[] {
  if (rows.length === 0) return [];
  const more = rows.length > shown ? [`${" ".repeat(13)}and ${rows.length - shown} more`] : [];
  return [
    "",
    title,
    ...rows.slice(0, shown).map(([count, what]) => `${grouped(count).padStart(11)}  ${what}`),
    ...more,
  ];
}
