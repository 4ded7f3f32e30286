/** Sign-in logs from Microsoft Graph, with a person's own sign-in. */
import { submit, visit } from "../../support/practice-pages.ts";
import { expect, test } from "../support/fixtures.ts";
import { capture } from "./helpers/capture.ts";
import { expectBothLooks } from "./helpers/looks.ts";
import { goTo, pickAccount, runCheck, startScenario } from "./helpers/steps.ts";

test("rows of a real check come from Microsoft Graph with the person's own sign-in", async ({
  app: { page },
}) => {
  await startScenario(page, /Two API apps/);
  await pickAccount(page);
  await runCheck(page);
  await goTo(page, "Sign-ins");
  await page.getByRole("button", { name: "From Microsoft Graph…" }).click();
  const dialog = page.getByRole("dialog", { name: "Read sign-ins from Microsoft Graph" });
  await dialog.getByText("Last day").click();
  await expectBothLooks(page, "sign-ins-graph");
  await dialog.getByRole("button", { name: "Sign in and read" }).click();
  const link = dialog.getByRole("link", { name: "Open the sign-in page" });
  await expect(link).toBeVisible();
  const url = (await link.getAttribute("href")) ?? "";
  const practice = { authority: new URL(url).origin };
  const named = { loginfmt: "robin@contoso.example", passwd: "Practice-Robin-1" };
  const second = await submit(await visit(url), practice, named);
  const ended = second.text.includes('name="otc"')
    ? await submit(second, practice, { otc: "123456" })
    : second;
  await submit(ended, practice, {});
  await expect(dialog).toBeHidden();
  await expect(page.locator(".tool-bar")).toContainText("1 row");
  await expect(page.locator(".signs-headline")).toBeVisible();
  await page.setViewportSize({ width: 1024, height: 768 });
  await capture(page, "sign-ins-from-graph-1024");

  await page.setViewportSize({ width: 1280, height: 820 });
  await goTo(page, "Test");
  await page.getByRole("button", { name: "Find this sign-in in the log…" }).click();
  const finding = page.getByRole("dialog", { name: "Find this sign-in in the log" });
  await capture(page, "sign-ins-find-run");
  // Who signed in once is not asked again.
  await finding.getByRole("button", { name: "Sign in and wait" }).click();
  await expect(finding).toBeHidden();
  await expect(page.locator(".tool-bar")).toContainText("2 files, 1 row");
  await expect(page.getByRole("searchbox")).toHaveValue(/^[0-9a-f-]{36}$/u);
});

test("who is at risk comes with what raised it: Entra names the request of the check", async ({
  app: { page },
}) => {
  await startScenario(page, /User at risk/);
  await pickAccount(page);
  await runCheck(page);
  await goTo(page, "Sign-ins");
  await page.getByRole("button", { name: "From Microsoft Graph…" }).click();
  const dialog = page.getByRole("dialog", { name: "Read sign-ins from Microsoft Graph" });
  await dialog.getByText("Also who is at risk, from Entra ID Protection").click();
  await expect(dialog).toContainText("IdentityRiskyUser.Read.All and IdentityRiskEvent.Read.All");
  await dialog.getByRole("button", { name: "Sign in and read" }).click();
  const link = dialog.getByRole("link", { name: "Open the sign-in page" });
  await expect(link).toBeVisible();
  const url = (await link.getAttribute("href")) ?? "";
  const practice = { authority: new URL(url).origin };
  const named = { loginfmt: "sam@contoso.example", passwd: "Practice-Sam-1" };
  const second = await submit(await visit(url), practice, named);
  const ended = second.text.includes('name="otc"')
    ? await submit(second, practice, { otc: "654321" })
    : second;
  await submit(ended, practice, {});
  await expect(dialog).toBeHidden();
  const risk = page
    .locator("section")
    .filter({ has: page.getByRole("heading", { name: "Risk from checks" }) });
  await expect(risk).toContainText("documented");
  await expect(risk).toContainText(
    "The one risk detection that still counts there names a correct password that met MFA in this log.",
  );
  await risk.getByText("What to do").click();
  await expect(risk).toContainText("dismiss the risk of this person");
  await expectBothLooks(page, "sign-ins-risk-proven");
});
