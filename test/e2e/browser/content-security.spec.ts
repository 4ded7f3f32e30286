/** What the page may not do, on every screen: break its policy, talk to strangers, store what was typed. */
import { expect, test } from "../support/fixtures.ts";
import { contosoFile, goTo, openFile, pickAccount, runCheck, startScenario } from "./helpers/steps.ts";

type Watched = { readonly violations: string[] };

test("no screen breaks the content security policy, and the page talks to nobody but its own host", async ({
  app: { page, url },
}) => {
  const strangers: string[] = [];
  const own = new URL(url).host;
  page.on("request", (request) => {
    const { protocol, host } = new URL(request.url());
    if (protocol !== "blob:" && protocol !== "data:" && host !== own) strangers.push(request.url());
  });
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  await page.addInitScript(() => {
    const violations: string[] = [];
    Object.assign(window, { violations });
    document.addEventListener("securitypolicyviolation", (event) => {
      violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`);
    });
  });
  await page.reload();
  await openFile(page, contosoFile);
  for (const tab of [/^Login/, /^Connect/, /^Other/, /^Identity/])
    await page.getByRole("tab", { name: tab }).click();
  await goTo(page, "Export");
  await page.getByRole("button", { name: "Choose a certificate…" }).click();
  await page.keyboard.press("Escape");
  await page.locator(".route", { hasText: "Jamf Pro, editable" }).click();
  const download = page.waitForEvent("download");
  await page
    .locator(".tool-bar")
    .getByRole("button", { name: /^Download/ })
    .click();
  const confirmation = page.getByRole("dialog");
  await confirmation.getByRole("textbox").fill("Contoso Jamf Connect");
  await confirmation.getByRole("button", { name: /^Download/ }).click();
  await download;
  await page.getByRole("button", { name: /^Document/ }).click();
  await page.getByRole("menuitem", { name: /^Close/ }).click();
  await startScenario(page, /MFA on all resources/);
  await pickAccount(page);
  await runCheck(page);
  expect(await page.evaluate(() => (window as unknown as Watched).violations)).toEqual([]);
  expect(strangers).toEqual([]);
  expect(errors).toEqual([]);
});

test("nothing that was typed is stored by the browser", async ({ app: { page } }) => {
  await startScenario(page, /MFA on all resources/);
  await pickAccount(page);
  await page.getByLabel("Password", { exact: true }).fill("canary-password-7");
  await runCheck(page);
  const stored = await page.evaluate(() =>
    JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, location.href]),
  );
  expect(stored).not.toContain("canary-password-7");
  expect(stored).not.toContain("contoso");
});
