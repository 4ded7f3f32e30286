export { beginningHour, fitsBaselineChange } from "./beginning.ts";
export { type CsvColumns, type CsvKind, type DetailColumns, readHeader } from "./csv-header.ts";
export { createCsvReader, delimiterOf, readCsvRecords } from "./csv-records.ts";
export { type DateOrder, dateForms } from "./dates.ts";
export { type FieldSource, type FieldSources, type RowField, rowFields } from "./fields.ts";
export { signInFindings } from "./findings.ts";
export { type FirstNumber, firstNumbers } from "./first-numbers.ts";
export { type Framing, framingOf } from "./framing.ts";
export { headline, underHeadline } from "./headline.ts";
export { type JsonShape, jsonSources, shapeOf } from "./json-shapes.ts";
export { kqlOf, sqlRealFailure } from "./kql.ts";
export { isNearLockOut, lockOutSentence } from "./lock-out.ts";
export { maskedReport } from "./masked-report.ts";
export { signInCategory, whyNoSignIn } from "./recognise.ts";
export { createSplitter } from "./record-splitter.ts";
export * from "./report.ts";
export { fewestTimes, rhythmOf } from "./rhythm.ts";
export { mostAtRisk, type PeopleAtRisk, type PersonAtRisk, personAtRiskFinding } from "./risk.ts";
export {
  matchDetections,
  type NamedRow,
  namesIn,
  type RiskDetection,
  type SignInNames,
} from "./risk-detections.ts";
export * from "./row-query.ts";
export { classOf, isRealFailure, type SignInClass, signInClasses } from "./sign-in-class.ts";
export { readSince } from "./since.ts";
