/** Reports about runs and profiles: masked by default, for people (Markdown, HTML) and programs (JSON). */

export { maskForKeeping } from "../anonymize/mask-record.ts";
export { deliveryReport } from "./delivery-report.ts";
export { type MadeReport, makeReport, type ReportFormat } from "./make-report.ts";
export { previewReport, type ReportPreview } from "./preview-report.ts";
export type * from "./report-data.ts";
export type { ReportInput } from "./report-input.ts";
