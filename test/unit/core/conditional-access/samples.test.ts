import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import {
  type ConditionalAccessPolicy,
  evaluateSignIn,
  readContextFromJson,
  readPolicies,
  type SignIn,
  type SignInContext,
  type Tri,
} from "../../../../main/core/conditional-access/index.ts";
import { sampleFolder } from "../../../support/samples.ts";
import { check, login } from "./support.ts";

const folder = sampleFolder("ca-policies");
const names = folder === null ? [] : readdirSync(folder).filter((name) => name !== "INDEX.json");

const GLOBAL_ADMINISTRATOR = "62e90394-69f5-4237-9190-012177145e10";
const STAFF = {
  user: { id: "77777777-7777-4777-8777-777777777777", type: "member" },
  groups: [],
  roles: [],
  platform: "macOS",
  location: { trusted: false, namedLocations: [] },
  device: { isCompliant: true, trustType: "AzureAD" },
  risk: { signIn: "none", user: "none", insider: "none" },
};
const CONTEXTS: Readonly<Record<string, object>> = {
  "nothing given": {},
  "staff, compliant Mac": STAFF,
  "risky administrator": {
    ...STAFF,
    roles: [GLOBAL_ADMINISTRATOR],
    device: null,
    risk: { signIn: "high", user: "high", insider: "none" },
  },
};

function signInContextOf(context: string): SignInContext {
  const read = readContextFromJson(CONTEXTS[context]);
  if (!read.ok) throw new Error(read.problem.detail);
  return read.value.facts;
}

type Sample = { readonly file: string; readonly policies: readonly ConditionalAccessPolicy[] };
const refused = new Map<string, number>();
const samples: Sample[] = [];
for (const file of names) {
  const read = readPolicies(readFileSync(join(folder ?? "", file)), { fileName: file });
  if (read.ok) {
    samples.push({ file, policies: read.value.policies });
    continue;
  }
  const kind = /is (an? [^.]*|terms of use)\.$/u.exec(read.problem.detail)?.[1] ?? read.problem.title;
  refused.set(kind, (refused.get(kind) ?? 0) + 1);
}

describe.runIf(names.length > 0)("the sample policies", () => {
  beforeAll(() => {
    const policies = samples.flatMap((sample) => sample.policies);
    const lines = Object.keys(CONTEXTS).flatMap((context) =>
      [login(), check()].map((signIn) => {
        const counts: Record<Tri, number> = { yes: 0, no: 0, depends: 0 };
        const evaluation = evaluateSignIn(policies, signIn, signInContextOf(context), {
          baselineScopes: "enforced",
        });
        for (const each of evaluation.policies) counts[each.applies] += 1;
        return `${context.padEnd(22)}${signIn.id.padEnd(16)}yes ${counts.yes}, no ${counts.no}, depends ${counts.depends}`;
      }),
    );
    console.log([`${policies.length} policies, plain scopes, enforced`, ...lines].join("\n"));
  });

  it("read, or are refused with what they are instead", () => {
    expect(Object.fromEntries(refused)).toEqual({
      "an Azure Resource Manager template": 1,
      "a named location": 3,
      "an app protection policy": 1,
      "terms of use": 1,
      "a group": 4,
    });
    expect(samples.flatMap((sample) => sample.policies)).toHaveLength(names.length - 10);
  });

  it("none has a part that is read with a problem", () => {
    expect(samples.flatMap((sample) => sample.policies.flatMap((policy) => policy.problems))).toEqual([]);
  });
});

type Pair = readonly [login: Tri, check: Tri];

/** Worked out by hand from the file and the reference, before the evaluator was asked. */
const BY_HAND: readonly (readonly [file: string, why: string, nothing: Pair, staff: Pair, admin: Pair])[] = [
  [
    "AlexFilipin_ConditionalAccess__PolicyRepository_Base_protection_200",
    "all but placeholder groups, any untrusted place, modern clients",
    ["depends", "depends"],
    ["yes", "yes"],
    ["yes", "yes"],
  ],
  [
    "j0eyv_ConditionalAccessBaseline__Config_ConditionalAccess_CA001-",
    "all but three groups, everywhere but one named location",
    ["depends", "depends"],
    ["yes", "yes"],
    ["yes", "yes"],
  ],
  [
    "kennethvs_cabaseline202510__ConditionalAccess_CAL004",
    "administrators in untrusted places",
    ["depends", "depends"],
    ["no", "no"],
    ["yes", "yes"],
  ],
  [
    "UniFy-Endpoint_Conditional-Access-Baseline__ConditionalAccess_CA215",
    "turned off",
    ["no", "no"],
    ["no", "no"],
    ["no", "no"],
  ],
  [
    "j0eyv_ConditionalAccessBaseline__Config_ConditionalAccess_CA205",
    "Windows only: neither macOS nor no platform matches",
    ["no", "no"],
    ["no", "no"],
    ["no", "no"],
  ],
  [
    "kennethvs_cabaseline202510__ConditionalAccess_CAU010",
    "All with two apps excluded: baseline scopes are hit since enforcement",
    ["depends", "depends"],
    ["yes", "yes"],
    ["yes", "yes"],
  ],
  [
    "DataGuys_ConditionalAccessAnalyzer__Templates_008",
    "a template has no state; high user risk",
    ["depends", "depends"],
    ["no", "no"],
    ["depends", "depends"],
  ],
  [
    "kennethvs_cabaseline202510__ConditionalAccess_CAD009",
    "browsers on devices that are neither compliant nor hybrid joined: the web view may be one, ROPG is none",
    ["depends", "no"],
    ["no", "no"],
    ["depends", "no"],
  ],
  [
    "j0eyv_ConditionalAccessBaseline__Config_ConditionalAccess_CA400",
    "guests of every kind",
    ["depends", "depends"],
    ["no", "no"],
    ["no", "no"],
  ],
  [
    "goodworkaround_conditional-access-starter-pack__Policies_All_apps_-_Require_MFA",
    "administrators",
    ["depends", "depends"],
    ["no", "no"],
    ["yes", "yes"],
  ],
];

describe.runIf(names.length > 0)("ten samples, worked out by hand", () => {
  const signIns: readonly SignIn[] = [login(), check()];
  for (const [file, why, ...expected] of BY_HAND) {
    it(`${file.slice(-60)}: ${why}`, () => {
      const policies = samples.find((sample) => sample.file.startsWith(file))?.policies ?? [];
      expect(policies).toHaveLength(1);
      for (const [index, context] of Object.keys(CONTEXTS).entries()) {
        const answers = signIns.map(
          (signIn) =>
            evaluateSignIn(policies, signIn, signInContextOf(context), { baselineScopes: "enforced" })
              .policies[0]?.applies,
        );
        expect(answers, context).toEqual(expected[index]);
      }
    });
  }
});
