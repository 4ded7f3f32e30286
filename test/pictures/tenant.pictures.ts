/** Conditional Access, Sign-ins, Set up and Explain. */

import { expect } from "playwright/test";
import { contosoFile, goTo, startScenario } from "../e2e/browser/helpers/steps.ts";
import { chooseFiles } from "../e2e/support/file-chooser.ts";
import { graphRow, testRow } from "../support/sign-in-rows.ts";
import { test } from "./app.ts";
import { take, wide } from "./take.ts";

const day = 86_400_000;
const first = Date.UTC(2026, 10, 9, 7);
const people = ["mira.keller", "s.lindqvist", "t.marchetti", "e.brandt", "l.ferrari"];

/** Two weeks of checks, which meet MFA from the ninth day on. */
const log = Array.from({ length: 280 }, (_, index) => {
  const at = first + Math.floor(index / 20) * day + (index % 20) * 660_000;
  const isMet = at > first + 8 * day;
  return graphRow(
    testRow(index, {
      at: new Date(at).toISOString(),
      code: index % 37 === 0 ? 50126 : isMet ? 50076 : 0,
      user: `${people[index % people.length]}@contoso.com`,
      policy: isMet ? "CA003 Require MFA" : null,
      requirement: isMet ? "multiFactorAuthentication" : "singleFactorAuthentication",
    }),
  );
});

test("policies and sign-ins", async ({ pictured }) => {
  const { page } = pictured;
  await wide(pictured);
  await startScenario(page, /MFA on all resources/);
  await goTo(page, "Conditional Access");
  const grid = page.getByRole("grid", { name: "Policies by sign-ins" });
  await grid.waitFor();
  await take(pictured, "ca-matrix");
  await grid.getByRole("rowheader", { name: /CA/ }).first().click();
  await page.getByLabel(/^Policy /).waitFor();
  await take(pictured, "ca-drawer");
  await page.getByRole("button", { name: "Close the policy" }).click();
  await page.getByText(/^Tenant settings:/).click();
  await take(pictured, "ca-checklist");
  await goTo(page, "Sign-ins");
  await page.getByRole("heading", { level: 1, name: "Sign-ins" }).waitFor();
  await take(pictured, "sign-ins-empty");
  const add = async (name: string, text: string) => {
    const files = page.getByRole("button", { name: "Add files…" });
    await chooseFiles(page, () => files.click(), await pictured.file(name, text));
  };
  await add("sign-ins.json", JSON.stringify(log));
  await page.getByRole("grid", { name: "Sign-ins" }).getByRole("row").nth(1).waitFor();
  await take(pictured, "sign-ins");
  await add("holiday.json", '[{"createdDateTime":"2026');
  await expect(page.getByRole("main")).toContainText("holiday.json");
  await expect(page.getByRole("button", { name: "Stop", exact: true })).toHaveCount(0);
  await take(pictured, "sign-ins-refused");
});

const group = "aaaaaaaa-0000-4000-8000-00000000000a";
const place = "bbbbbbbb-0000-4000-8000-00000000000a";

function policy(name: string | null, conditions: object, control: string, state = "enabled") {
  return {
    id: `4b2f6c1e-9c0d-4a57-8f0e-${String(name ?? "none")
      .length.toString()
      .padStart(12, "0")}`,
    ...(name === null ? {} : { displayName: name }),
    state,
    conditions: {
      users: { includeUsers: ["All"] },
      applications: { includeApplications: ["All"] },
      ...conditions,
    },
    grantControls: { operator: "OR", builtInControls: [control] },
  };
}

const policies = [
  policy("CA003 Require MFA for all users", {}, "mfa"),
  policy(null, { users: { includeUsers: ["All"], excludeGroups: [group] } }, "mfa"),
  policy("CA009 MFA for pilots", { users: { includeGroups: [group] } }, "mfa"),
  policy(
    "CA006 Block outside named places",
    { locations: { includeLocations: ["All"], excludeLocations: [place] } },
    "block",
  ),
  policy("CA014 Compliant Mac for all resources", {}, "compliantDevice", "enabledForReportingButNotEnforced"),
  policy("CA001 Block legacy authentication", { clientAppTypes: ["exchangeActiveSync", "other"] }, "block"),
  policy("CA015 Old pilot", {}, "mfa", "disabled"),
];

test("policies from files", async ({ pictured }) => {
  const { page } = pictured;
  await wide(pictured);
  await pictured.open(contosoFile);
  await goTo(page, "Conditional Access");
  const main = page.getByRole("main");
  await chooseFiles(page, () => main.getByRole("button", { name: "Load files…" }).first().click(), [
    await pictured.file("policies.json", JSON.stringify(policies)),
    await pictured.file("cut.json", '{"displayName":"CA0'),
  ]);
  const grid = page.getByRole("grid", { name: "Policies by sign-ins" });
  await grid.waitFor();
  await take(pictured, "ca-files");
  await grid.getByRole("rowheader", { name: /^Policy without a name/ }).click();
  await page.getByLabel(/^Policy /).waitFor();
  await take(pictured, "ca-files-drawer");
});

test("set up", async ({ pictured }) => {
  const { page } = pictured;
  await wide(pictured);
  await startScenario(page, /Nothing is set up yet/);
  await goTo(page, "Set up");
  await page.getByRole("row", { name: /Two API apps/ }).click();
  await page.getByRole("button", { name: /^Take “Emergency access”/ }).click();
  await take(pictured, "set-up");
  await page
    .locator("[data-step]")
    .nth(1)
    .getByRole("button", { name: /^Show request/ })
    .click();
  await take(pictured, "set-up-request");
  await page.getByRole("button", { name: "Carry out in practice" }).click();
  await page.locator(".set-up-head").getByRole("button", { name: "Show all recipes" }).waitFor();
  await page.getByText(/^13 done/).waitFor();
  await take(pictured, "set-up-carried-out");
  await page.getByRole("button", { name: "Text for users" }).click();
  await page.getByRole("dialog").waitFor();
  await take(pictured, "set-up-users-text");
});

test("explain", async ({ pictured }) => {
  const { page } = pictured;
  await wide(pictured);
  await page.locator("body").press("ControlOrMeta+e");
  const error = page.getByLabel("Code, text or log lines");
  await error.waitFor();
  await page.locator(".knowledge-row").first().waitFor();
  await take(pictured, "explain-empty");
  await error.fill("50076");
  await error.press("Enter");
  await page.getByRole("main").getByText("AADSTS50076").first().waitFor();
  await take(pictured, "explain-50076");
});
