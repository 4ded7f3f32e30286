import { grouped } from "../text/grouped.ts";
import { headline, underHeadline } from "./headline.ts";
import type { SignInReport } from "./report.ts";
import { signInClasses } from "./sign-in-class.ts";

/** Longer lists say nothing more in a report. */
const most = 50;

/**
 * The report as Markdown for others to read: people, applications, policies and files are labels, the same value always the same one.
 * Places, addresses and ids are left out.
 */
export function maskedReport(report: SignInReport): string {
  const labels = createLabels(report);
  const { period } = report;
  return [
    "# Sign-ins",
    "",
    `**${headline(report)}** ${report.rows === 0 ? "" : underHeadline(report)}`.trim(),
    "",
    `${grouped(report.rows)} of ${grouped(report.read)} rows, ${grouped(report.skipped)} could not be read, ${grouped(report.duplicates)} were there twice${period === null ? "" : `; ${period.from} to ${period.to}`}. People, applications, policies and files are labels.`,
    ...table(
      "Classes",
      ["class", "rows"],
      signInClasses.map((name) => [name, grouped(report.classes[name])]),
    ),
    ...table(
      "Codes",
      ["code", "class", "rows"],
      report.byCode.map(({ code, class: name, rows }) => [String(code), name, grouped(rows)]),
    ),
    ...table(
      "Applications",
      ["application", "rows", "real failures"],
      report.byApp.map(({ appId, app, rows, failures }) => [
        labels.of("Application", appId ?? app ?? ""),
        grouped(rows),
        grouped(failures),
      ]),
    ),
    ...table(
      "People with real failures",
      ["person", "rows", "real failures"],
      report.byUser
        .filter(({ failures }) => failures > 0)
        .map(({ user, rows, failures }) => [labels.of("Person", user), grouped(rows), grouped(failures)]),
    ),
    ...table(
      "Policies that were not satisfied",
      ["policy", "rows", "people"],
      report.byPolicy.map(({ policy, rows, users }) => [
        labels.of("Policy", policy),
        grouped(rows),
        grouped(users),
      ]),
    ),
    ...(report.findings.length === 0 ? [] : ["", "## Findings", ""]),
    ...report.findings
      .slice(0, most)
      .map(({ title, detail }) => `- **${plain(labels.inText(title))}** ${plain(labels.inText(detail))}`),
    "",
  ].join("\n");
}

type Labels = {
  readonly of: (kind: string, value: string) => string;
  /** A sentence in which every value that has a label was replaced by it. */
  readonly inText: (text: string) => string;
};

function createLabels(report: SignInReport): Labels {
  const labels = new Map<string, string>();
  const counts = new Map<string, number>();
  const of = (kind: string, value: string): string => {
    const known = labels.get(value.toLowerCase());
    if (known !== undefined) return known;
    const next = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, next);
    const label = `${kind} ${next}`;
    labels.set(value.toLowerCase(), label);
    return label;
  };
  for (const { file } of report.files) of("File", file);
  for (const { user } of [...report.byUser, ...report.lockOut, ...report.rhythms, ...report.risky]) {
    of("Person", user);
  }
  for (const { appId, app } of report.byApp) {
    const label = of("Application", appId ?? app ?? "");
    if (app !== null && !labels.has(app.toLowerCase())) labels.set(app.toLowerCase(), label);
  }
  for (const { policy } of report.byPolicy) of("Policy", policy);
  for (const policy of report.began?.policies ?? []) of("Policy", policy);
  // The longest first, so that no value is found inside another.
  const values = [...labels.keys()].filter((value) => value.length > 2).sort((a, b) => b.length - a.length);
  const found =
    values.length === 0 ? null : new RegExp(values.map((value) => escapeOf(value)).join("|"), "gi");
  return {
    of,
    inText: (text) =>
      found === null ? text : text.replace(found, (value) => labels.get(value.toLowerCase()) ?? value),
  };
}

function escapeOf(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

function table(
  title: string,
  header: readonly string[],
  rows: readonly (readonly string[])[],
): readonly string[] {
  if (rows.length === 0) return [];
  const line = (cells: readonly string[]) => `| ${cells.map(plain).join(" | ")} |`;
  return [
    "",
    `## ${title}`,
    "",
    line(header),
    line(header.map(() => "---")),
    ...rows.slice(0, most).map(line),
    ...(rows.length > most ? ["", `and ${grouped(rows.length - most)} more`] : []),
  ];
}

/** One line without marks that Markdown would read. */
function plain(text: string): string {
  return text.replace(/\s+/g, " ").replace(/[\\`*_<>|[\]#]/g, (mark) => (mark === "_" ? "_" : `\\${mark}`));
}
