import { describe, expect, it } from "vitest";
import { lintContext } from "../../../../main/app/document/lint-context.ts";
import { readPoliciesFromJson } from "../../../../main/core/conditional-access/index.ts";
import type { Finding } from "../../../../main/core/finding.ts";
import { documentAlone } from "../../../../main/core/lint/context.ts";
import { exampleDocument } from "../../../../main/core/lint/example-document.ts";
import { lintDocument } from "../../../../main/core/lint/lint-document.ts";
import type { LintRule, RuleExample } from "../../../../main/core/lint/rule.ts";
import { lintRules } from "../../../../main/core/lint/rules.ts";
import { soundLogin, soundMenuBar } from "../../../../main/core/lint/sound-settings.ts";
import { applyPatch, type ProfileDocument } from "../../../../main/core/profile/index.ts";

describe.each(lintRules.map((rule) => [rule.id, rule] as const))("%s", (_, rule) => {
  it("fires in its example and is silent in the one that is put right", async () => {
    expect(await found(rule, rule.fires)).not.toEqual([]);
    expect(await found(rule, rule.silent)).toEqual([]);
  });

  it("names severity, certainty and where it is written", async () => {
    for (const finding of await found(rule, rule.fires)) {
      expect(finding.rule).toBe(rule.id);
      expect(finding.source).toMatch(/^https:\/\//u);
      expect(finding.title).toMatch(/[.!?]$/u);
      expect(finding.detail).toMatch(/[.!?]$/u);
    }
    expect(rule.why).toMatch(/[.!?]$/u);
    expect(rule.name).not.toMatch(/\.$/u);
  });

  it("takes its finding away by its patch", async () => {
    const document = documentOf(rule.fires);
    for (const { fix } of await found(rule, rule.fires)) {
      if (fix === undefined || !("patch" in fix)) continue;
      const patched = applyPatch(document, fix.patch);
      if (!patched.ok) throw new Error(patched.problem.detail);
      const left = await foundIn(rule, patched.value.document, rule.fires);
      expect(left.length).toBeLessThan((await found(rule, rule.fires)).length);
    }
  });
});

it("finds nothing in settings that are sound", () => {
  const settings = { "com.jamf.connect.login": soundLogin, "com.jamf.connect": soundMenuBar };
  expect(lintDocument(documentOf({ settings }), documentAlone)).toEqual([]);
});

it("has one rule for each id, in kebab-case", () => {
  const ids = lintRules.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^[a-z0-9]+(?:[-.][a-z0-9]+)*$/u);
});

function found(rule: LintRule, example: RuleExample): Promise<readonly Finding[]> {
  return foundIn(rule, documentOf(example), example);
}

async function foundIn(
  rule: LintRule,
  document: ProfileDocument,
  { jamfConnect, policies, today = "2026-11-29" }: RuleExample,
): Promise<readonly Finding[]> {
  const tenant = policies === undefined ? null : tenantWith(policies);
  const context = await lintContext(document, { jamfConnect: jamfConnect ?? null, tenant, today });
  return lintDocument(document, context, [rule]);
}

function tenantWith(exported: readonly object[]) {
  const read = readPoliciesFromJson([...exported], { fileName: null });
  if (!read.ok) throw new Error(read.problem.detail);
  const { policies } = read.value;
  return {
    policies,
    facts: {},
    baselineScopes: "enforced",
    macs: null,
    checkMinutes: null,
    inputFindings: [],
  } as const;
}

function documentOf(example: RuleExample): ProfileDocument {
  const document = exampleDocument(example);
  if (!document.ok) throw new Error(document.problem.detail);
  return document.value;
}
