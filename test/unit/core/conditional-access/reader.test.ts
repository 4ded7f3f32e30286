import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type ConditionalAccessPolicy,
  type PolicyFile,
  readNeighbours,
  readPolicies,
  readPoliciesFromJson,
} from "../../../../main/core/conditional-access/index.ts";
import type { Problem } from "../../../../main/core/problem.ts";
import { assertProperty } from "../../../support/assert-property.ts";
import { applies, evaluateOne, policy } from "./support.ts";

const FIXTURES = join(import.meta.dirname, "../../../fixtures/policies");

function read(name: string): PolicyFile {
  const result = readPolicies(readFileSync(join(FIXTURES, name)), { fileName: name });
  if (!result.ok) throw new Error(`${result.problem.title} ${result.problem.detail}`);
  return result.value;
}

function refusal(bytes: Uint8Array, fileName = "export.json"): Problem {
  const result = readPolicies(bytes, { fileName });
  if (result.ok) throw new Error("it was read");
  return result.problem;
}

function withoutRaw({ raw: _raw, source: _source, ...rest }: ConditionalAccessPolicy): object {
  return rest;
}

describe("encodings and envelopes", () => {
  const plain = read("forms/object.json").policies[0];

  it.each(["utf8-bom", "utf16le-bom", "utf16be-bom", "utf16le-no-bom"])(
    "%s reads as the same policy",
    (form) => {
      const file = read(`forms/${form}.json`);
      expect(file.policies.map(withoutRaw)).toEqual([plain === undefined ? null : withoutRaw(plain)]);
      expect(file.findings).toEqual([]);
    },
  );

  it.each(["array", "value"])("%s reads as two policies, the first the same", (form) => {
    const file = read(`forms/${form}.json`);
    expect(file.policies.map((each) => each.displayName)).toEqual([
      "CA001 Require MFA for all users",
      "CA002 Block legacy authentication",
    ]);
    expect(file.policies.map(withoutRaw)[0]).toEqual(plain === undefined ? null : withoutRaw(plain));
  });

  it("PowerShell's PascalCase with AdditionalProperties reads as the same policy", () => {
    const [first] = read("forms/powershell.json").policies;
    expect(first === undefined ? null : withoutRaw(first)).toEqual(
      plain === undefined ? null : withoutRaw(plain),
    );
  });

  it("a template gives its policy under its own name, without a state", () => {
    const [template] = read("forms/template.json").policies;
    expect(template?.displayName).toBe("Require MFA for all users");
    expect(template?.id).toBe("aaaaaaaa-0000-4000-8000-000000000001");
    expect(template?.state).toBeNull();
    expect(template?.conditions).toEqual(plain?.conditions);
  });

  it("keeps unknown fields in raw", () => {
    const [first] = read("forms/value.json").policies;
    expect(first?.raw).toMatchObject({ createdDateTime: "2026-03-02T08:00:00Z", templateId: null });
  });

  it("an envelope with a next link is a finding", () => {
    const file = read("forms/next-link.json");
    expect(file.policies).toHaveLength(1);
    expect(file.findings.map((finding) => finding.rule)).toEqual(["incomplete-policy-export"]);
  });

  it("named locations beside policies are kept, wherever they stand", () => {
    const place = JSON.parse(readFileSync(join(FIXTURES, "not-policies/named-location.json"), "utf8"));
    for (const json of [[plain?.raw, place], { value: [plain?.raw, place] }]) {
      const read = readPoliciesFromJson(json, { fileName: "mixed.json" });
      expect(read.ok && read.value.namedLocations).toMatchObject([{ kind: "ip", trusted: true }]);
      expect(read.ok && read.value.findings).toEqual([]);
    }
    const alone = new TextEncoder().encode(JSON.stringify({ value: [place, place] }));
    expect(readPolicies(alone, { fileName: "places.json" }).ok).toBe(false);
    expect(readNeighbours(alone).namedLocations).toHaveLength(2);
    expect(readNeighbours(new TextEncoder().encode("[")).namedLocations).toEqual([]);
  });

  it("entries of a list that are no policies are left out and named", () => {
    const log = { id: "1", correlationId: "1" };
    const read = readPoliciesFromJson([plain?.raw, log, 7], { fileName: "mixed.json" });
    expect(read.ok && read.value.policies.length).toBe(1);
    expect(read.ok && read.value.findings.map((finding) => finding.detail).join()).toContain("a sign-in log");
  });
});

describe("exports that PowerShell damaged", () => {
  it("a cut-off export says so, and the policy depends on what is cut off", () => {
    const [cut] = read("forms/powershell-cut-off.json").policies;
    expect(cut?.problems.map((problem) => problem.code)).toEqual(["cut-off-export"]);
    const evaluation = cut === undefined ? null : evaluateOne(cut);
    expect(evaluation?.applies).toBe("depends");
    expect(evaluation?.dependsOn).toEqual(["conditions.users", "conditions.applications"]);
    expect(evaluation?.effect.mfa).toBe("yes");
  });

  it("a list of one that lost its brackets, and ids joined by blanks, are still lists", () => {
    const ids = "11111111-1111-4111-8111-111111111111 22222222-2222-4222-8222-222222222222";
    const one = policy({ applications: { includeApplications: "All", excludeApplications: ids } });
    expect(one.conditions.applications?.include.everything).toBe(true);
    expect([...(one.conditions.applications?.exclude.ids.keys ?? [])]).toEqual(ids.split(" "));
  });
});

describe("files that are no policies", () => {
  it.each([
    ["signed-out-portal.json", "html-instead-of-policies", /signed you out/u],
    ["truncated.json", "truncated-json", /line 24, column 42/u],
    ["broken.json", "not-json", /line 3, column/u],
    ["empty.json", "empty-file", /no text/u],
    ["empty-list.json", "no-policy", /empty list/u],
    ["group.json", "no-policy", /is a group/u],
    ["named-location.json", "no-policy", /is a named location/u],
    ["arm-template.json", "no-policy", /Azure Resource Manager template/u],
    ["graph-error.json", "no-policy", /error answer of Microsoft Graph/u],
    ["authentication-strength.json", "no-policy", /is an authentication strength/u],
  ])("%s is refused: %s", (name, code, detail) => {
    const problem = refusal(readFileSync(join(FIXTURES, "not-policies", name)), name);
    expect(problem.code).toBe(code);
    expect(problem.detail).toMatch(detail);
    expect(problem.detail).toContain(name);
    expect(problem.fix).not.toBe("");
  });

  it("attack: more than 16 MB are refused without being parsed", () => {
    const problem = refusal(new Uint8Array(17 * 1024 * 1024));
    expect(problem.code).toBe("file-too-large");
    expect(problem.detail).toContain("17 MB");
  });

  it("bytes that are no text are refused", () => {
    expect(refusal(Uint8Array.of(0x50, 0x4b, 0x03, 0x04, 0xff, 0xfe, 0xff)).code).toBe("not-text");
  });

  it.each([
    ["hello", "not-json", { line: 1, column: 1 }],
    ['{"value": [\n1,]}', "not-json", { line: 2, column: 3 }],
    ["[1, 2] x", "not-json", { line: 1, column: 8 }],
    ['{"value": [1', "truncated-json", { line: 1, column: 13 }],
    ['{"value": "abc', "truncated-json", { line: 1, column: 15 }],
    ["[tru", "truncated-json", { line: 1, column: 5 }],
  ])("%j is %s, and the place is named", (text, code, at) => {
    const problem = refusal(new TextEncoder().encode(text));
    expect(problem.code).toBe(code);
    expect(problem.at).toEqual(at);
  });

  it("attack: five million empty objects are refused before they are built", () => {
    const problem = refusal(new TextEncoder().encode(`[${"{},".repeat(5_000_000)}{}]`));
    expect(problem.code).toBe("file-too-large");
    expect(problem.detail).toContain("The limit is 750000 values and 100 levels.");
  });

  it("attack: a policy with 100,000 unknown conditions names some and counts the rest", () => {
    const names = Array.from({ length: 100_000 }, (_, index) => `"k${index}":1`).join(",");
    const text = `{"conditions":{"users":{"includeUsers":["All"]},${names}}}`;
    const read = readPolicies(new TextEncoder().encode(text), { fileName: null });
    const unknown = read.ok ? read.value.policies[0]?.conditions.unknown : [];
    expect(unknown).toHaveLength(51);
    expect(unknown?.at(-1)).toBe("99950 more members of conditions");
  });

  it("deep nesting does not exhaust the stack", () => {
    const deep = `${'{"AdditionalProperties":'.repeat(20_000)}{}${"}".repeat(20_000)}`;
    expect(refusal(new TextEncoder().encode(deep)).code).toBe("file-too-large");
    const lists = `{"conditions":{"users":${"[".repeat(20_000)}${"]".repeat(20_000)}}}`;
    expect(refusal(new TextEncoder().encode(lists)).code).toBe("file-too-large");
    const fair = `{"conditions":{"users":${"[".repeat(90)}${"]".repeat(90)}}}`;
    const read = readPolicies(new TextEncoder().encode(fair), { fileName: null });
    expect(read.ok && read.value.policies.map((each) => applies(each))).toEqual(["no"]);
  });

  it("a property list is refused as XML", () => {
    expect(refusal(new TextEncoder().encode('<?xml version="1.0"?><plist/>')).code).toBe("not-json");
  });

  it("any JSON gives policies or a problem, never an exception", () => {
    assertProperty(
      fc.property(fc.json(), (json) => {
        const result = readPolicies(new TextEncoder().encode(json), { fileName: null });
        return result.ok ? result.value.policies.length > 0 : result.problem.fix !== "";
      }),
    );
  });

  it("any bytes give policies or a problem, never an exception", () => {
    assertProperty(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => !readPolicies(bytes, { fileName: null }).ok),
    );
  });

  it("any values inside a policy are read, and the policy can be evaluated", () => {
    const anything = fc.anything({ withNullPrototype: false, maxDepth: 3 });
    const shape = fc.record(
      {
        id: anything,
        state: anything,
        conditions: fc.record({
          users: anything,
          applications: fc.oneof(
            anything,
            fc.record({ includeApplications: anything, applicationFilter: anything }),
          ),
          platforms: anything,
          locations: anything,
          devices: anything,
          clientApplications: anything,
        }),
        grantControls: anything,
        sessionControls: anything,
      },
      { requiredKeys: ["conditions"] },
    );
    assertProperty(
      fc.property(shape, (raw) => {
        const result = readPoliciesFromJson(raw, { fileName: null });
        if (!result.ok) return false;
        return result.value.policies.every((each) => ["yes", "no", "depends"].includes(applies(each)));
      }),
    );
  });

  it("prototype names are ordinary names", () => {
    const raw = JSON.parse(
      '{"__proto__":{"state":"enabled"},"conditions":{"users":{"constructor":["x"]},"applications":{"includeApplications":["All"]}}}',
    );
    const result = readPoliciesFromJson(raw, { fileName: null });
    expect(result.ok && result.value.policies[0]?.state).toBeNull();
    expect(result.ok && result.value.policies[0]?.conditions.users?.unknown).toEqual([
      "conditions.users.constructor",
    ]);
  });
});
