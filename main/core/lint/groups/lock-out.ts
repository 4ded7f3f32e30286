import type { LintRule } from "../rule.ts";
import { checkIntervalTooShort } from "../rules/check-interval-too-short.ts";
import { checkOnNetworkChange } from "../rules/check-on-network-change.ts";
import { denyLocalWithoutNetworkChoice } from "../rules/deny-local-without-network-choice.ts";
import { denyLocalWithoutWayBack } from "../rules/deny-local-without-way-back.ts";
import { localFallbackCoversNetworkOnly } from "../rules/local-fallback-covers-network-only.ts";
import { migrateNeedsDenyLocal } from "../rules/migrate-needs-deny-local.ts";

/** What keeps people out of their Macs. */
export const lockOutRules: readonly LintRule[] = [
  denyLocalWithoutWayBack,
  denyLocalWithoutNetworkChoice,
  localFallbackCoversNetworkOnly,
  migrateNeedsDenyLocal,
  checkIntervalTooShort,
  checkOnNetworkChange,
];
