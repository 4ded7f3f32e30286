import { describe, expect, it } from "vitest";
import type { PolicyAnswer } from "../../../../../preload/contract.ts";
import { cellTone } from "../../../../../renderer/features/policies/cell-tone.ts";

const policy = (change: Partial<PolicyAnswer> = {}): PolicyAnswer => ({
  id: "1",
  displayName: "CA001",
  state: "enabled",
  applies: "yes",
  because: [],
  effect: "MFA",
  demands: { mfa: "yes", blocked: "no", deviceRequired: "no" },
  certainty: "documented",
  reason: null,
  dependsOn: [],
  conditions: [],
  targets: "all resources",
  unresolved: [],
  otherSettings: {},
  ...change,
});

describe("a cell of the matrix", () => {
  it.each([
    ["a policy that applies shows its effect", policy(), { word: "MFA", tone: "mfa" }],
    [
      "a block comes before everything else",
      policy({ effect: "block", demands: { mfa: "no", blocked: "yes", deviceRequired: "no" } }),
      { word: "block", tone: "err" },
    ],
    [
      "a device is a warning",
      policy({ effect: "compliant device", demands: { mfa: "no", blocked: "no", deviceRequired: "yes" } }),
      { word: "compliant device", tone: "warn" },
    ],
    [
      "one that does not apply says why",
      policy({ applies: "no", reason: "application" }),
      { word: "No, resource", tone: null },
    ],
    [
      "a reason without a word of its own stays as it is",
      policy({ applies: "no", reason: "insiderRisk" }),
      { word: "No, insiderRisk" },
    ],
    [
      "what is open says on what it depends",
      policy({ applies: "depends", dependsOn: ["location", "users"] }),
      { word: "Depends: location, users", tone: "line" },
    ],
    [
      "report only counts for nothing, whatever it demands",
      policy({ state: "enabledForReportingButNotEnforced" }),
      { word: "Report only: MFA", tone: "line" },
    ],
  ] as const)("%s", (_what, given, look) => {
    expect(cellTone(given)).toMatchObject(look);
  });
});
