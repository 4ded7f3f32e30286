/**
 * The tokens of a run: checks, claims, what they decided. Refused tokens, pairs and masked copies come from a made-up
 * host.
 */
import type { Page } from "playwright";
import { maskForKeeping } from "../../../main/core/report/index.ts";
import type { LoginResult } from "../../../preload/contract.ts";
import { buildPairedView } from "../../support/paired.ts";
import { miraAtContoso } from "../../support/run-name.ts";
import { acceptedLogin, mira, runOf } from "../../unit/core/report/fixtures.ts";
import { expect, test } from "../support/fixtures.ts";
import { emit, installFakeHost } from "./fakes/fake-host.ts";
import { baseAnswers, openTestScreen, startLogin } from "./fakes/open-test-screen.ts";
import { results } from "./fakes/results.ts";
import { expectNoAxeFault } from "./helpers/axe.ts";
import { capture } from "./helpers/capture.ts";
import { expectBothLooks } from "./helpers/looks.ts";
import { goTo, pickAccount, runCheck, startScenario } from "./helpers/steps.ts";

const idToken = (page: Page) => page.getByRole("region", { name: "ID token" });
const accessToken = (page: Page) => page.getByRole("region", { name: "Access token" });

async function openTokens(page: Page): Promise<void> {
  await page.locator(".segment").getByText("Tokens").click();
  await expect(page.locator(".token-view").first()).toBeVisible();
}

test("a password check that is clean signs in, with the account on the Mac and its tokens: every check with what was compared, every claim explained, and what decided about the Mac", async ({
  app: { page },
}) => {
  await startScenario(page, /No MFA/);
  await pickAccount(page);
  await runCheck(page);
  await expect(page.getByRole("region", { name: "Verdict" })).toHaveAttribute("data-outcome", "succeeded");
  await expect(page.getByRole("complementary", { name: "Meaning" })).toContainText("Short name");
  await openTokens(page);

  await test.step("every check is listed with what was compared", async () => {
    await expect(idToken(page)).toContainText("Signature valid");
    await idToken(page)
      .getByRole("button", { name: /^Checks: \d+ passed, \d+ not possible/ })
      .click();
    const checks = page.getByRole("list", { name: "Checks of the ID token" }).getByRole("listitem");
    await expect(checks).toHaveCount(11);
    await expect(checks.filter({ hasText: "Issuer" })).toContainText(
      /Passed.*iss is http:.*, as the discovery document says\./,
    );
    await expect(checks.filter({ hasText: "Nonce" })).toContainText(
      /Not possible.*The password check sends none\./,
    );
    await expect(checks.filter({ hasText: "Not expired" })).toContainText(
      /Valid until \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC/,
    );
    await expect(accessToken(page)).toContainText("Only Microsoft Graph can check it.");
  });

  await test.step("every claim is explained, and the ones that decided about the Mac say how that came out", async () => {
    const row = (claim: string) => idToken(page).locator(`[data-claim="${claim}"]`);
    await expect(row("tid")).toContainText("The tenant that the person signed in to.");
    await expect(row("preferred_username")).toContainText("The name that the person signs in with");
    await expect(row("preferred_username").getByRole("rowheader")).toContainText("Short name: robin");
    await expect(row("name").getByRole("rowheader")).toContainText("Full name: Robin Lake");
    await expect(row("roles").getByRole("rowheader")).toContainText("Role: standard");
    await expect(row("tid").getByRole("rowheader")).toHaveText("tidTenant id");
    await expect(row("exp")).toContainText(/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC/);
    await expect(page.locator(".token-view")).not.toContainText("This app does not know this claim.");
    await row("preferred_username").scrollIntoViewIfNeeded();
    await capture(page, "tokens-claims");
  });

  await test.step("axe finds nothing, light or dark, wide or narrow", async () => {
    for (const width of [1280, 1024]) {
      await page.setViewportSize({ width, height: 820 });
      await expectBothLooks(page, `tokens-${width}`);
      const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      await expect.poll(overflow).toBeLessThanOrEqual(0);
    }
  });
});

const signedIn = results.succeeded;

/** A login whose ID token fails two checks, has a claim that nobody knows, and a list. */
const refused: LoginResult = {
  ...signedIn,
  outcome: "unclear",
  sentence: "The tokens are not to be trusted.",
  jamfConnect: { accepts: false, certainty: "inferred", why: "It does not take tokens that fail a check." },
  account: null,
  tokens: {
    id: {
      claims: {
        iss: "https://evil.example/",
        roles: ["Staff", "Admin"],
        amr: ["pwd", "mfa"],
        contosoFloor: 7,
        _claim_names: { groups: "src1" },
      },
      header: { alg: "RS256", kid: "k1" },
      signature: "valid",
      checks: [
        { id: "signature", title: "Signature", outcome: "passed", detail: "It fits a key." },
        { id: "issuer", title: "Issuer", outcome: "failed", detail: "iss is another one." },
        { id: "nonce", title: "Nonce", outcome: "failed", detail: "nonce is missing." },
        { id: "second-opinion", title: "Second opinion", outcome: "not-made", detail: "Not asked." },
      ],
      problems: ["iss is another one.", "nonce is missing."],
    },
  },
};

test("failed checks come first, and an unknown claim is said to be unknown", async ({
  unopened: { page, url },
}) => {
  await openTestScreen(page, url);
  await startLogin(page);
  await emit(page, "test.finished", { runId: "run-1", result: refused });
  await openTokens(page);
  const checks = page.getByRole("list", { name: "Checks of the ID token" }).getByRole("listitem");
  expect(await checks.locator("span:nth-child(3)").allInnerTexts()).toEqual([
    "Issuer",
    "Nonce",
    "Signature",
    "Second opinion",
  ]);
  await expect(idToken(page)).toContainText(
    "2 failed (Issuer, Nonce), 1 passed, 1 not possible (Second opinion)",
  );
  await expect(idToken(page).locator('[data-claim="contosoFloor"]')).toContainText(
    "This app does not know this claim.",
  );
  const methods = idToken(page).locator('[data-claim="amr"]').getByRole("listitem");
  await expect(methods).toHaveText(["pwdPassword", "mfaMore than one factor"]);
  await expectBothLooks(page, "tokens-refused");
});

test("explanations are asked for once, when tokens are first shown", async ({ unopened: { page, url } }) => {
  await openTestScreen(page, url);
  await startLogin(page);
  await emit(page, "test.finished", { runId: "run-1", result: signedIn });
  const asked = () =>
    page.evaluate(() => {
      const { fakeSent } = window as unknown as { fakeSent: readonly { name: string }[] };
      return fakeSent.filter(({ name }) => name === "tokens.claims").length;
    });
  expect(await asked()).toBe(0);
  await openTokens(page);
  await page.locator(".segment").getByText("Steps").click();
  await openTokens(page);
  expect(await asked()).toBe(1);
});

test("the tokens of a pair say whose they are, and a sign-in without tokens says so", async ({
  unopened: { page, url },
}) => {
  await openTestScreen(page, url);
  await page.getByRole("textbox", { name: "User name" }).fill("mira.keller@contoso.com");
  await page.getByLabel("Password", { exact: true }).fill("Practice-1");
  await page.locator(".tool-bar").getByRole("button", { name: "Test both" }).click();
  const paired = buildPairedView({
    recipe: "simple",
    sentence: "Login demands MFA. The check answers 50076.",
  });
  const check = results["password-correct"];
  await emit(page, "test.pairFinished", { runId: "run-1", login: signedIn, check, paired });
  await openTokens(page);
  const login = page.getByRole("region", { name: "ID token of the login" });
  await expect(login.locator('[data-claim="roles"]').getByRole("rowheader")).toContainText(
    /Role: (?:admin|standard)/,
  );
  await expect(page.locator(".pair-tokens")).toContainText("No token came back that can be read.");
  await capture(page, "tokens-pair");
  await expectNoAxeFault(page);
});

test("a masked copy of a run shows its labels, and which of them decided", async ({
  unopened: { page, url },
}) => {
  const kept = maskForKeeping(runOf([acceptedLogin(mira)], mira));
  const view = {
    id: kept.id,
    kind: kept.kind,
    startedAt: kept.startedAt,
    label: { text: "Signed in with MFA", short: "MFA", tone: "ok" },
    name: miraAtContoso(kept.kind),
    practice: false,
    scenario: null,
    kept: true,
    masked: true,
    profileIsCurrent: true,
    changeBefore: null,
  } as const;
  await installFakeHost(page, {
    ...baseAnswers,
    "history.list": { runs: [view], trends: [], problems: [], elsewhere: 0 },
    "history.run": { ...view, results: kept.results, paired: null },
  });
  await page.goto(new URL("/", url).href);
  await goTo(page, "Test");
  await page.getByRole("grid", { name: "Runs" }).locator(".run-item").click();
  await openTokens(page);
  const row = (claim: string) => idToken(page).locator(`[data-claim="${claim}"]`);
  await expect(row("upn")).toContainText("person-1@tenant-1.example");
  await expect(row("upn").getByRole("rowheader")).toContainText("Short name: ");
  await idToken(page)
    .getByRole("button", { name: /^Checks:/ })
    .click();
  await expect(idToken(page)).toContainText("aud is app-1, the client id of the profile.");
  await capture(page, "tokens-masked");
});
