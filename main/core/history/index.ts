/** Runs that ended: what is remembered of them, how two of them differ, and whether they are enough to roll out. */
export type { Alike, Fact, FactTopic } from "./compare-results.ts";
export { type Comparison, compareRuns } from "./compare-runs.ts";
export { compareSettings } from "./compare-settings.ts";
export { isTenantAnswer } from "./is-tenant-answer.ts";
export { type RunLabel, resultLabel, runLabel } from "./run-label.ts";
export { nameRun, type RunName, runName } from "./run-name.ts";
export {
  type RunKind,
  type RunRecord,
  resultOf,
  type SettingLine,
} from "./run-record.ts";
export {
  fingerprintText,
  type SettingLeaf,
  settingLeaves,
  settingLines,
  settingText,
} from "./setting-lines.ts";
export { type Trend, type TrendAnswer, trendsOf } from "./trends.ts";
export { besideOtherMethod } from "./window-vs-browser.ts";
