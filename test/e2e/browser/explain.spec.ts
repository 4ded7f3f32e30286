/** The dialog that explains an error: a code, a text, an address, a row of the sign-in log. */
import type { Page } from "playwright";
import { expect, test } from "../support/fixtures.ts";
import { capture } from "./helpers/capture.ts";
import { expectBothLooks } from "./helpers/looks.ts";
import { contosoFile, goTo, openFile } from "./helpers/steps.ts";

const dialog = (page: Page) => page.getByRole("dialog", { name: "Explain an error" });
const meaning = (page: Page) => dialog(page).getByRole("region", { name: "What it means" });

const title = (page: Page) => meaning(page).getByRole("heading", { level: 3 });

/** Puts a text into the field and presses Return. */
async function explain(page: Page, text: string): Promise<void> {
  const field = dialog(page).getByRole("textbox", { name: "Error" });
  await field.fill(text);
  await field.press("Enter");
}

test.describe("in light and dark", () => {
  test.beforeEach(async ({ app: { page } }) => {
    await page.locator("body").press("ControlOrMeta+e");
  });

  test("the dialog says what it takes", async ({ app: { page } }) => {
    await expect(dialog(page).getByRole("textbox", { name: "Error" })).toBeFocused();
    await expect(dialog(page)).toContainText("an address with an error in it, or a row of the sign-in log");
    await expect(dialog(page).getByRole("button", { name: "Explain" })).toBeDisabled();
    await expectBothLooks(page, "explain-empty");
  });

  test("a code is explained for each side that meets it", async ({ app: { page } }) => {
    await explain(page, "50076");
    await expect(title(page)).toContainText("AADSTS50076");
    const fact = (name: string) =>
      meaning(page).getByText(name, { exact: true }).locator("xpath=following-sibling::dd[1]");
    await expect(fact("Password")).toContainText("Correct.");
    await expect(fact("Jamf Connect")).toContainText("Accepts it.");
    await expect(fact("Jamf Connect")).toContainText("Documented");
    await expect(fact("Sign-in log")).toContainText("Failure, 50076.");
    await expect(meaning(page).getByRole("heading", { name: "What to do" })).toBeVisible();
    const source = meaning(page).getByRole("link", { name: /learn\.microsoft\.com/ });
    await expect(source.first()).toHaveAttribute("rel", /noopener/);
    await expect(dialog(page).getByRole("status")).toContainText("AADSTS50076");
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
  await expect(title(page)).toContainText("AADSTS50126");
  await expect(meaning(page)).toContainText(correlation);
  await expect(meaning(page)).not.toContainText("hunter22");
  await explain(
    page,
    "https://127.0.0.1/jamfconnect?error=access_denied&error_description=AADSTS65004%3a+Declined&code=hunter22",
  );
  await expect(title(page)).toContainText("AADSTS65004");
  await explain(page, "2026-11-23T08:19:41Z,req,agent,corr,user,Robin,Failure,50053,reason");
  await expect(title(page)).toContainText("AADSTS50053");
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
  await expect(meaning(page).getByRole("heading", { level: 3 })).toHaveText([/50011/, /7000218/]);
  await explain(page, "AADSTS99999999: something new");
  await expect(meaning(page).getByRole("link", { name: /Look it up at Microsoft/ })).toHaveAttribute(
    "href",
    "https://login.microsoftonline.com/error?code=99999999",
  );
  await explain(page, "x".repeat(65_537));
  await expect(title(page)).toHaveText("This is too much text.");
});

test("it opens from Test, from the document menu and by ⌥E, and gives the focus back", async ({
  app: { page },
}) => {
  await openFile(page, contosoFile);
  await goTo(page, "Test");
  const button = page.getByRole("main").getByRole("button", { name: "Explain an error…" });
  await button.press("Enter");
  await expect(dialog(page)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialog(page)).toBeHidden();
  await expect(button).toBeFocused();
  await page.getByRole("button", { name: /^Document/ }).click();
  await page.getByRole("menuitem", { name: /Explain an error/ }).click();
  await expect(dialog(page)).toBeVisible();
  await dialog(page).getByRole("button", { name: "Close" }).click();
  await page.locator("body").press("Alt+e");
  await expect(dialog(page)).toBeVisible();
});
