import { type Result, succeed } from "../problem.ts";
import { buildReport } from "./build-report.ts";
import { makeReport, type ReportFormat } from "./make-report.ts";
import { toMarkdown } from "./markdown.ts";
import { reportBlocks } from "./report-blocks.ts";
import type { ReportInput } from "./report-input.ts";

/** What a report will hold, shown before it is written. */
export type ReportPreview = {
  readonly fileName: string;
  readonly bytes: number;
  /** Names inside a bundle; empty for a single report. */
  readonly files: readonly string[];
  /** Its sections in their order. */
  readonly parts: readonly string[];
  /** As it will be written; a page and a bundle as the Markdown that says the same. */
  readonly text: string;
};

/** Makes a report as {@link makeReport} does and tells what would be written. Problems are the same. */
export function previewReport(input: ReportInput, format: ReportFormat): Result<ReportPreview> {
  const made = makeReport(input, format);
  if (!made.ok) return made;
  const { fileName, bytes, files } = made.value;
  const blocks = reportBlocks(buildReport(input).data);
  const parts = blocks.flatMap((block) =>
    block.kind === "heading" && block.level === 2 ? [block.text] : [],
  );
  const text = format === "json" ? new TextDecoder().decode(bytes) : toMarkdown(blocks);
  return succeed({ fileName, bytes: bytes.length, files, parts, text });
}
