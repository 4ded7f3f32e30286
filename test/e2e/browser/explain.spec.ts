/** Explain: a code, a text, an address, a row of the sign-in log, and everything that can be looked up. */
import type { Page } from "playwright";
import { expect, test } from "../support/fixtures.ts";
import { capture } from "./helpers/capture.ts";
import { expectBothLooks } from "./helpers/looks.ts";
import { contosoFile, goTo, openFile } from "./helpers/steps.ts";

const screen = (page: Page) => page.getByRole("main");
const meaning = (page: Page) => screen(page).getByRole("region", { name: "What it means" });

const title = (page: Page) => meaning(page).getByRole("heading", { level: 3 });

/** Puts a text into the field and presses Return. */
async function explain(page: Page, text: string): Promise<void> {
  const field = screen(page).getByRole("textbox", { name: "Code, text or log lines" });
  await field.fill(text);
  await field.press("Enter");
}

test.describe("in light and dark", () => {
  test.beforeEach(async ({ app: { page } }) => {
    await page.locator("body").press("ControlOrMeta+e");
  });

  test("the screen says what it takes, and how to come by a log", async ({ app: { page } }) => {
    await expect(screen(page).getByRole("textbox", { name: "Code, text or log lines" })).toBeFocused();
    await expect(screen(page)).toContainText("It stays on this machine");
    await expect(screen(page).getByRole("button", { name: "Explain", exact: true })).toBeDisabled();
    await expect(screen(page)).toContainText("cat /private/tmp/jamf_login.log");
    await expectBothLooks(page, "explain-empty");
  });

  test("a code is explained for each side that meets it", async ({ app: { page } }) => {
    await explain(page, "50076");
    await expect(title(page)).toHaveText(
      "From the password check: password correct, and Jamf Connect accepts it.",
    );
    await expect(meaning(page)).toContainText("AADSTS50076 (UserStrongAuthClientAuthNRequired)");
    const fact = (name: string) =>
      meaning(page).getByText(name, { exact: true }).locator("xpath=following-sibling::dd[1]");
    await expect(fact("Password")).toContainText("Correct.");
    await expect(fact("Jamf Connect")).toContainText("Accepts it.");
    await expect(fact("Jamf Connect")).toContainText("Documented");
    await expect(fact("Sign-in log")).toContainText("Failure, 50076");
    await expect(meaning(page).getByRole("heading", { name: "What to do" })).toBeVisible();
    const source = meaning(page).getByRole("link", { name: /^Microsoft: Entra error codes/ });
    await expect(source.first()).toHaveAttribute("rel", /noopener/);
    await expect(screen(page).getByRole("status").first()).toContainText("AADSTS50076");
    await expectBothLooks(page, "explain-50076");
  });

  test("a code that nobody judged says so", async ({ app: { page } }) => {
    await explain(page, "AADSTS16000");
    await expect(meaning(page)).toContainText("Not assessed.");
    await expect(meaning(page)).not.toContainText("Jamf Connect accepts");
    await expect(meaning(page).locator(".explain-facts")).toHaveCount(0);
    await expectBothLooks(page, "explain-not-assessed");
  });

  test("what is not known is answered in words", async ({ app: { page } }) => {
    await explain(page, "blue elephants");
    await expect(title(page)).toHaveText("Nothing is known about this text.");
    await expect(page.getByRole("alert")).toHaveCount(0);
    await expectBothLooks(page, "explain-unknown");
  });
});

test("what is pasted is understood in each of its forms, and secrets in it are not shown", async ({
  app: { page },
}) => {
  await page.getByRole("button", { name: /Explain an error/ }).click();
  const correlation = "a7d0e5b2-1111-4000-8000-00000000091f";
  await explain(
    page,
    `{"error":"invalid_grant","error_codes":[50126],"error_description":"AADSTS50126: password=hunter22","correlation_id":"${correlation}"}`,
  );
  await expect(meaning(page)).toContainText("AADSTS50126");
  await expect(meaning(page)).toContainText(correlation);
  await expect(meaning(page)).not.toContainText("hunter22");
  await explain(
    page,
    "https://127.0.0.1/jamfconnect?error=access_denied&error_description=AADSTS65004%3a+Declined&code=hunter22",
  );
  await expect(meaning(page)).toContainText("AADSTS65004");
  await explain(
    page,
    "2026-11-23T08:19:41Z,5b3f2c11-0000-4000-8000-000000000001,agent,corr,user,Robin,Failure,50053,reason",
  );
  await expect(meaning(page)).toContainText("AADSTS50053");
  await explain(page, "users get locked out after they change the password");
  await expect(title(page)).toHaveText("Nothing in this text decides.");
  await expect(meaning(page)).not.toContainText("Correct");
  await capture(page, "explain-candidates");
  await meaning(page).getByRole("button", { name: "Accounts lock after a password change" }).press("Enter");
  await expect(title(page)).toHaveText("Accounts lock after a password change");
  await expect(
    meaning(page).getByRole("heading", { name: "What to test, the likeliest first" }),
  ).toBeVisible();
  await capture(page, "explain-situation");
  await explain(page, "AADSTS50011 first, then AADSTS7000218");
  await expect(meaning(page).locator(".explain-code")).toHaveText([/50011/, /7000218/]);
  await explain(page, "AADSTS99999999: something new");
  await expect(meaning(page).getByRole("link", { name: /Look it up at Microsoft/ })).toHaveAttribute(
    "href",
    "https://login.microsoftonline.com/error?code=99999999",
  );
  await explain(page, "x".repeat(65_537));
  await expect(title(page)).toHaveText("This is too much text.");
});

test("all that can be explained is searched and read, by keyboard alone", async ({ app: { page } }) => {
  await page.locator("body").press("ControlOrMeta+e");
  const rows = screen(page).getByRole("region", { name: "What can be explained" }).getByRole("listitem");
  await expect(rows).toHaveCount(12);
  const search = screen(page).getByRole("searchbox", { name: "Filter this list" });
  await search.fill("no such words at all");
  await expect(screen(page)).toContainText("Nothing that is known contains these words.");
  await search.fill("50105");
  await expect(rows.first()).toContainText("AADSTS50105");
  await rows.first().getByRole("button").press("Enter");
  await expect(meaning(page)).toContainText("AADSTS50105");
  await expect(screen(page).getByRole("textbox", { name: "Code, text or log lines" })).toHaveValue("50105");
});

test("it opens without a profile, from Test, from the document menu and by ⌥E, and a profile leads away from it", async ({
  app: { page },
}) => {
  const heading = page.getByRole("heading", { name: "Explain", exact: true });
  await page
    .getByRole("navigation", { name: "Start" })
    .getByRole("button", { name: /Explain an error/ })
    .click();
  await expect(heading).toBeVisible();
  await openFile(page, contosoFile);
  await expect(page.getByRole("textbox", { name: "Login app" })).toBeVisible();
  await goTo(page, "Test");
  await page.getByRole("main").getByRole("button", { name: "Explain an error" }).press("Enter");
  await expect(heading).toBeVisible();
  await goTo(page, "Profile");
  await page.getByRole("button", { name: /^Document/ }).click();
  await page.getByRole("menuitem", { name: /Explain an error/ }).click();
  await expect(heading).toBeVisible();
  await goTo(page, "Profile");
  await page.locator("body").press("Alt+e");
  await expect(heading).toBeVisible();
  // An app of its own for the check: with a profile there is something to set it up for.
  await explain(page, "50076");
  await meaning(page).getByRole("button", { name: "Set up an app for the check…" }).click();
  await expect(page.getByRole("row", { name: /Two API apps/ })).toHaveAttribute("aria-selected", "true");
});
