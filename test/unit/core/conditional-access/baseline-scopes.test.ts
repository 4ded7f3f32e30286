import { describe, expect, it } from "vitest";
import type { BaselineScopes, Tri } from "../../../../main/core/conditional-access/index.ts";
import { API_1, API_2, AZURE_AD, applies, CUSTOM, check, PLACEHOLDER, PLAIN, policy } from "./support.ts";

const placeholder: BaselineScopes = { placeholder: PLACEHOLDER };
const FILTER = { mode: "exclude", rule: 'CustomSecurityAttribute.Jamf_isExemptMFA -eq "Exempt"' };

/** The decision table of the reference, section (c): a policy's applications against baseline and custom scopes. */
const TABLE: readonly [string, object, Record<string, Tri>][] = [
  [
    "All, nothing excluded",
    { includeApplications: ["All"] },
    { legacy: "yes", enforced: "yes", placeholder: "yes", custom: "yes" },
  ],
  [
    "All, another app excluded",
    { includeApplications: ["All"], excludeApplications: [API_2] },
    { legacy: "no", enforced: "yes", placeholder: "yes", custom: "yes" },
  ],
  [
    "All, Office365 excluded",
    { includeApplications: ["All"], excludeApplications: ["Office365"] },
    { legacy: "no", enforced: "yes", placeholder: "yes", custom: "yes" },
  ],
  [
    "All, MicrosoftAdminPortals excluded",
    { includeApplications: ["All"], excludeApplications: ["MicrosoftAdminPortals"] },
    { legacy: "no", enforced: "yes", placeholder: "yes", custom: "yes" },
  ],
  [
    "All, the API excluded",
    { includeApplications: ["All"], excludeApplications: [API_1] },
    { legacy: "no", enforced: "yes", placeholder: "yes", custom: "no" },
  ],
  [
    "All, the placeholder excluded",
    { includeApplications: ["All"], excludeApplications: [PLACEHOLDER] },
    { legacy: "no", enforced: "yes", placeholder: "no", custom: "yes" },
  ],
  [
    "All, Windows Azure AD excluded",
    { includeApplications: ["All"], excludeApplications: [AZURE_AD] },
    { legacy: "no", enforced: "no", placeholder: "yes", custom: "yes" },
  ],
  [
    "All, filter that excludes",
    { includeApplications: ["All"], applicationFilter: FILTER },
    { legacy: "no", enforced: "yes", placeholder: "depends", custom: "depends" },
  ],
  [
    "lists the API",
    { includeApplications: [API_1] },
    { legacy: "no", enforced: "no", placeholder: "no", custom: "yes" },
  ],
  [
    "lists Windows Azure AD",
    { includeApplications: [AZURE_AD] },
    { legacy: "no", enforced: "yes", placeholder: "no", custom: "no" },
  ],
  [
    "lists the placeholder",
    { includeApplications: [PLACEHOLDER] },
    { legacy: "no", enforced: "no", placeholder: "yes", custom: "no" },
  ],
  [
    "lists Office365",
    { includeApplications: ["Office365"] },
    { legacy: "no", enforced: "no", placeholder: "no", custom: "no" },
  ],
  [
    "lists another app",
    { includeApplications: [API_2] },
    { legacy: "no", enforced: "no", placeholder: "no", custom: "no" },
  ],
  [
    "lists None",
    { includeApplications: ["None"] },
    { legacy: "no", enforced: "no", placeholder: "no", custom: "no" },
  ],
];

describe("the baseline-scope rule", () => {
  for (const [index, [name, applications, expected]] of TABLE.entries()) {
    const one = policy({ applications });
    it.each(["legacy", "enforced"] as const)(
      `[c-baseline-table-${index + 1}] ${name}: baseline scopes, %s`,
      (setting) => {
        expect(applies(one, check(PLAIN), { platform: "macos" }, setting)).toBe(expected[setting]);
      },
    );
    it(`[c-baseline-table-${index + 1}] ${name}: baseline scopes, placeholder app`, () => {
      expect(applies(one, check(PLAIN), { platform: "macos" }, placeholder)).toBe(expected["placeholder"]);
    });
    it.each<BaselineScopes>(["legacy", "enforced", placeholder])(
      `[c-baseline-table-${index + 1}] ${name}: custom API scope, %s`,
      (setting) => {
        expect(applies(one, check(CUSTOM), { platform: "macos" }, setting)).toBe(expected["custom"]);
      },
    );
  }

  it.each<[string, readonly string[], object, BaselineScopes, Tri]>([
    ["User.Read", [...PLAIN, "User.Read"], {}, "legacy", "yes"],
    ["openid alone", PLAIN, {}, "legacy", "no"],
    [
      "User.Read, an exclusion beside it",
      ["User.Read"],
      { excludeApplications: [API_2] },
      "legacy",
      "depends",
    ],
    ["User.Read, itself excluded", ["User.Read"], { excludeApplications: [AZURE_AD] }, "legacy", "no"],
    ["User.Read beside a custom API", [...CUSTOM, "User.Read"], {}, "legacy", "no"],
    ["User.Read", ["User.Read"], {}, "enforced", "yes"],
    ["User.Read", ["User.Read"], {}, placeholder, "no"],
  ])(
    "[c-directory-information] Windows Azure AD listed, asked for %s",
    (_asked, scopes, more, setting, outcome) => {
      const one = policy({ applications: { includeApplications: [AZURE_AD], ...more } });
      expect(applies(one, check(scopes), { platform: "macos" }, setting)).toBe(outcome);
    },
  );
});
