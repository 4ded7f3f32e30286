import { fail, type Result, succeed } from "../problem.ts";
import { type ProfileDocument, writeProfile } from "../profile/index.ts";
import { buildReport } from "./build-report.ts";
import { toHtml } from "./html.ts";
import { toMarkdown } from "./markdown.ts";
import { reportBlocks } from "./report-blocks.ts";
import type { ReportData } from "./report-data.ts";
import type { ReportInput } from "./report-input.ts";
import { writeZip, type ZipFile } from "./write-zip.ts";

export type ReportFormat = "markdown" | "html" | "json" | "bundle";

/** A finished report, ready to be saved. */
export type MadeReport = {
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  /** Names inside a bundle; empty for a single report. */
  readonly files: readonly string[];
};

/**
 * Makes a report in one form, or all three together with a copy of the profile. Problems: those of `writeProfile`, of
 * `writeZip`, and `nothing-to-report`.
 */
export function makeReport(input: ReportInput, format: ReportFormat): Result<MadeReport> {
  if (input.runs.length === 0 && input.profile === null) return fail(nothingToReport);
  const { data, profile } = buildReport(input);
  const base = `jamf-connect-report-${input.generatedAt.slice(0, 10)}`;
  if (format !== "bundle") {
    const { extension, mediaType } = forms[format];
    const bytes = encode(write(data, format));
    return succeed({ fileName: `${base}.${extension}`, mediaType, bytes, files: [] });
  }
  const copy = profile === null ? succeed([]) : profileFile(profile, input.identities === "masked");
  if (!copy.ok) return copy;
  const reports = (["markdown", "html", "json"] as const).map((form) => ({
    name: `report.${forms[form].extension}`,
    bytes: encode(write(data, form)),
  }));
  const files = [...reports, ...copy.value];
  const zip = writeZip(files, input.generatedAt);
  if (!zip.ok) return zip;
  return succeed({
    fileName: `${base}.zip`,
    mediaType: "application/zip",
    bytes: zip.value,
    files: files.map(({ name }) => name),
  });
}

const forms = {
  markdown: { extension: "md", mediaType: "text/markdown; charset=utf-8" },
  html: { extension: "html", mediaType: "text/html; charset=utf-8" },
  json: { extension: "json", mediaType: "application/json; charset=utf-8" },
} as const;

function write(data: ReportData, form: keyof typeof forms): string {
  switch (form) {
    case "markdown":
      return toMarkdown(reportBlocks(data));
    case "html":
      return toHtml(reportBlocks(data));
    case "json":
      return `${JSON.stringify(data, null, 2)}\n`;
  }
}

/** As XML whatever the file was, so that everybody can read it. */
function profileFile(profile: ProfileDocument, masked: boolean): Result<readonly ZipFile[]> {
  const written = writeProfile(profile, { to: profile.format });
  if (!written.ok) return written;
  const name = masked ? "profile-masked" : "profile-without-secrets";
  return succeed([{ name: `${name}.${profile.format}`, bytes: written.value }]);
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

const nothingToReport = {
  code: "nothing-to-report",
  title: "There is nothing to report.",
  detail: "No profile is open and no run was chosen.",
  fix: "Open a profile, or run a test first.",
};
