import { expect, test } from "vitest";
import { readPolicyFiles, togetherPolicies } from "../../../../main/app/policies/policy-files.ts";

const id = "aaaaaaaa-0000-4000-8000-00000000000a";

function policy(displayName: string, more: object = {}) {
  return {
    displayName,
    state: "enabled",
    conditions: { users: { includeUsers: ["All"] }, applications: { includeApplications: ["All"] } },
    grantControls: { operator: "OR", builtInControls: ["mfa"] },
    ...more,
  };
}

/** What files with this content come to together. */
async function together(files: Readonly<Record<string, unknown>>) {
  const sources = Object.entries(files).map(([name, content]) => ({
    name,
    read: async () => ({ ok: true as const, value: new TextEncoder().encode(JSON.stringify(content)) }),
  }));
  const read = togetherPolicies(await readPolicyFiles(sources, 0));
  if (!read.ok) throw new Error(read.problem.title);
  const { policies, findings } = read.value;
  return {
    policies: policies.map((each) => [each.id, each.state]),
    rules: findings.map(({ rule }) => rule),
  };
}

test("an id that exists twice counts once, the first time, and the answer says so", async () => {
  const found = await together({
    "a.json": policy("CA001", { id }),
    "b.json": policy("CA001 copy", { id: id.toUpperCase(), state: "disabled" }),
  });
  expect(found).toEqual({ policies: [[id, "enabled"]], rules: ["policy-given-twice"] });
});

test("policies of one name without ids are as many as say something else, each with an id of its own", async () => {
  const off = { state: "disabled" };
  const all = [
    policy("CA001"),
    policy("CA001", off),
    policy("CA001"),
    policy("CA001", { state: "enabledForReportingButNotEnforced" }),
  ];
  expect(await together({ "all.json": all, "more.json": policy("CA001") })).toEqual({
    policies: [
      ["CA001", "enabled"],
      ["CA001 (all.json)", "disabled"],
      ["CA001 (all.json) 2", "enabledForReportingButNotEnforced"],
      ["CA001 (more.json)", "enabled"],
    ],
    rules: ["policy-given-twice"],
  });
});
