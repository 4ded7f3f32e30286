import type { Page } from "playwright";
import { claimCatalogue } from "../../../../main/core/claims/catalogue.ts";
import { recipes } from "../../../../main/core/recipes/index.ts";
import type { TestTargetView } from "../../../../preload/contract.ts";
import { miraAtContoso } from "../../../support/run-name.ts";
import { type FakeAnswers, installFakeHost } from "./fake-host.ts";
import { contosoKeys, contosoProfile } from "./profile.ts";

const target: TestTargetView = {
  host: "login.microsoftonline.com",
  name: miraAtContoso("ropg"),
  practice: false,
  known: true,
  thisMachine: false,
  question: null,
};

/** What every state begins with: a profile is open, its target is known, a test can start. */
export const baseAnswers: FakeAnswers = {
  "app.describe": {
    version: "1.0.0",
    capabilities: {
      canOpenLoginWindow: false,
      canShowFileDialogs: false,
      canSignWithKeychain: false,
      drawsWindowButtons: false,
    },
  },
  "profile.current": contosoProfile,
  "keys.catalogue": contosoKeys,
  "practice.scenarios": [],
  "practice.status": { running: false },
  "test.target": target,
  "tokens.claims": claimCatalogue,
  "recipes.list": recipes,
  "export.preview": {
    source: contosoProfile.source,
    payloads: [],
    changes: [],
    sourceChanges: null,
    checks: [],
    lockOut: [],
    confirmName: contosoProfile.displayName,
    fileNames: [contosoProfile.fileName],
  },
  "history.list": { runs: [], trends: [], problems: [], elsewhere: 0 },
};

/** Opens the page on a made-up host and goes to the Test screen. */
export async function openTestScreen(page: Page, url: string, answers: FakeAnswers = {}): Promise<void> {
  await installFakeHost(page, { ...baseAnswers, ...answers });
  await page.goto(new URL("/", url).href);
  // Its name ends with the newest answer, where there is one.
  await page.getByRole("navigation", { name: "Work" }).getByRole("button", { name: /^Test/ }).click();
}

/** Starts a login. */
export async function startLogin(page: Page): Promise<void> {
  await page.locator(".tool-bar").getByRole("button", { name: "Test OIDC", exact: true }).click();
}

/** Starts a password check with made-up credentials. */
export async function startCheck(page: Page): Promise<void> {
  await page.getByRole("textbox", { name: "User name" }).fill("mira.keller@contoso.com");
  await page.getByLabel("Password", { exact: true }).fill("Practice-1");
  await page.locator(".tool-bar").getByRole("button", { name: "Test ROPG" }).click();
}
