import type { RunRecord } from "../history/index.ts";
import type { Paired } from "../pair/paired.ts";
import { collectKnown } from "./collect.ts";
import { createMask } from "./create-mask.ts";
import { createLabelBook } from "./label-book.ts";
import type { Mask } from "./mask.ts";
import { maskFinding, maskResult } from "./mask-result.ts";
import { maskSettingLine } from "./mask-setting.ts";

/** A run with labels in place of people, ids and hosts. A run that has been masked before stays as it is. */
export function maskRecord(record: RunRecord, mask: Mask): RunRecord {
  if (record.masked) return record;
  const { paired } = record;
  return {
    ...record,
    settings: record.settings.map((line) => maskSettingLine(line, mask)),
    results: record.results.map((result) => maskResult(result, mask)),
    paired: paired === null ? null : maskPaired(paired, mask),
    masked: true,
  };
}

function maskPaired(
  { loginMfa, checkClean, recipe, sentence, evidence, findings, baselineScopes }: Paired,
  mask: Mask,
): Paired {
  return {
    loginMfa,
    checkClean,
    recipe,
    sentence: mask.text(sentence),
    evidence: evidence.map(mask.text),
    findings: findings.map((finding) => maskFinding(finding, mask)),
    baselineScopes,
  };
}

/** The form of a run that may be written to disk: labels of its own, trace and correlation ids left out as well. */
export function maskForKeeping(record: RunRecord): RunRecord {
  const known = collectKnown({ document: null, leaves: [], runs: [record], policies: [] });
  return maskRecord(record, createMask(known, createLabelBook(), { showRequestIds: false }));
}
