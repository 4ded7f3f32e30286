/** What holds for every form that a set-up is printed in. */
import { execFileSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { setupFormats, setupScript } from "../../../../../main/core/setup/index.ts";
import { unseen } from "../../../../../main/core/text/unseen.ts";
import { joinedNastyNames, nastyNames } from "../../../../support/nasty-names.ts";
import { fullPlan, need, recipeNames } from "./plans.ts";

const existing = {
  id: "1a7c4e00-0000-4000-8000-000000000101",
  displayName: "CA001",
  applications: { includeApplications: ["All"] },
};

describe.each(setupFormats)("%s", (format) => {
  test.each(recipeNames)("attack: nothing in it is unseen, whatever the names are: %s", (recipe) => {
    for (const name of joinedNastyNames) {
      const policy = { ...existing, displayName: name };
      for (const [policies, undo] of [
        [[], false],
        [[], true],
        [[policy], false],
        [[policy], true],
      ] as const) {
        const script = need(setupScript(fullPlan(recipe, name, policies), format, undo));
        expect(script.replaceAll("\n", "").search(unseen)).toBe(-1);
        expect(script.endsWith("\n")).toBe(true);
      }
    }
  });

  test("a name that no script can hold is refused", () => {
    const policy = { id: "x", displayName: "a\0b", applications: {} };
    const plan = fullPlan("api-excluded", "Jamf Connect", [policy]);
    expect(setupScript(plan, format, false)).toMatchObject({
      ok: false,
      problem: { code: "text-not-writable" },
    });
  });
});

test.each(recipeNames)("bash reads the script of %s to its end", (recipe) => {
  const policy = {
    id: "1a7c4e00-0000-4000-8000-000000000101",
    displayName: nastyNames.join(" "),
    applications: {},
  };
  for (const policies of [[], [policy]])
    for (const undo of [false, true]) {
      const script = need(
        setupScript(fullPlan(recipe, nastyNames.join(" ").slice(0, 190), policies), "az", undo),
      );
      execFileSync("/bin/bash", ["--norc", "-n"], { input: script, stdio: ["pipe", "ignore", "pipe"] });
    }
});

test("the page for people who click says who, where, the request, what it costs, and the way back", () => {
  const page = need(setupScript(fullPlan("placeholder", "Jamf Connect"), "markdown", false));
  for (const part of [
    "- Who: Cloud Application Administrator, at least",
    "https://entra.microsoft.com/#view/Microsoft_AAD_RegisteredApps/ApplicationsListBlade",
    "POST https://graph.microsoft.com/v1.0/applications\n\n{\n",
    "https://aka.ms/BaselineScopesSettingsUX",
    "## What it costs and hands out",
    "- Name: Jamf Connect login client",
    "What is made by clicking carries no tag",
    "## The way back",
    "latchkey.client-id={clientAppId}",
  ])
    expect(page).toContain(part);
});

test("no name leaves the block of code or the line that it stands in", () => {
  const fences = /^`{3,}(?:http|text)?$/gm;
  const plain = need(setupScript(fullPlan("two-apis", "Jamf Connect"), "markdown", false)).match(fences);
  const nasty = need(setupScript(fullPlan("two-apis", "```\n# heading\n```"), "markdown", false));
  expect(nasty).not.toMatch(/^# heading/m);
  expect(nasty.match(fences)).toHaveLength(plain?.length ?? 0);
});

test("a recipe without a request says what to do in every form but graph-rest", () => {
  for (const format of ["graph-powershell", "az", "markdown"] as const)
    expect(need(setupScript(fullPlan("per-user-mfa", "Jamf Connect"), format, false))).toContain(
      "correct passwords",
    );
});
