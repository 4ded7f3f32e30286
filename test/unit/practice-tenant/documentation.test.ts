import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { listScenarios, readTenant, tenantJsonSchema } from "../../../main/practice-tenant/index.ts";

const text = readFileSync(new URL("../../../docs/practice-tenant.md", import.meta.url), "utf8");

/** Every member name that a tenant file can have, without those of Graph's own objects. */
function members(schema: unknown): string[] {
  if (typeof schema !== "object" || schema === null) return [];
  if (Array.isArray(schema)) return schema.flatMap(members);
  return Object.entries(schema).flatMap(([name, value]) =>
    name === "properties" && typeof value === "object" && value !== null
      ? Object.entries(value).flatMap(([member, inside]) => [member, ...members(inside)])
      : members(value),
  );
}

test("the documentation names every member of a tenant file", () => {
  // Members of policies, locations, scopes and roles are Microsoft Graph's and documented there.
  const ofGraph = new Set([
    "state",
    "conditions",
    "grantControls",
    "sessionControls",
    "@odata.type",
    "type",
    "value",
    "attributeSet",
    "name",
  ]);
  const names = [...new Set(members(tenantJsonSchema()))].filter((name) => !ofGraph.has(name));
  expect(names.length).toBeGreaterThan(60);
  expect(names.filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
});

test("its example is a tenant", () => {
  const example = /```json\n([\s\S]*?)```/.exec(text)?.[1] ?? "";
  expect(readTenant(JSON.parse(example))).toMatchObject({ ok: true });
});

test("its table is the scenarios, with what they expect", () => {
  const cell = (outcome: string, code: number | null, mfa: boolean) =>
    `${outcome}${code === null ? "" : ` ${code}`}${mfa ? ", MFA" : ""}`;
  for (const { name, title, recipe, expected } of listScenarios()) {
    const login = cell(expected.login, expected.loginCode, expected.loginMfa);
    const check = cell(expected.check, expected.checkCode, expected.checkMfa);
    expect(text).toContain(`| \`${name}\` | ${title} | ${recipe} | ${login} | ${check} |`);
  }
  const table = /\| scenario \|[\s\S]*?\n\n/.exec(text)?.[0] ?? "";
  const rows = [...table.matchAll(/^\| `([\w-]+)` \|/gm)].map(([, name]) => name);
  expect(rows).toEqual(listScenarios().map(({ name }) => name));
});
