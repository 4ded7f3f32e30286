import type { Page } from "playwright";
import { submit, visit } from "../../../support/practice-pages.ts";

/** What the practice hint tells an invented person to type, by name, and the address to do it at: as they stand in one moment. */
async function practiceHint(page: Page): Promise<ReadonlyMap<string, string>> {
  const card = page.getByRole("region", { name: "Waiting for you" });
  await card.waitFor();
  const rows = await card.evaluate((region) => [
    ...[...region.querySelectorAll(".practice-hint dl > div")].map((row) => [
      row.querySelector("dt")?.textContent ?? "",
      row.querySelector("code")?.textContent ?? "",
    ]),
    ["address", region.querySelector("a")?.href ?? ""],
  ]);
  return new Map(rows.map(([name = "", value = ""]) => [name, value]));
}

/**
 * Signs in on the practice sign-in page in another tab and pastes the address where the browser ended, as a person
 * does. The waiting card must be shown.
 */
export async function signInByPaste(page: Page): Promise<void> {
  const hint = await practiceHint(page);
  const opened = page.context().waitForEvent("page");
  await page.getByRole("link", { name: /Open the sign-in page/ }).click();
  const signIn = await opened;
  const ended = signIn.getByRole("button", { name: "Copy address" }).waitFor();
  await signIn.locator('[name="loginfmt"]').fill(hint.get("User name") ?? "");
  await signIn.locator('[name="passwd"]').fill(hint.get("Password") ?? "");
  await signIn.getByRole("button", { name: "Sign in" }).click();
  const asksForCode = signIn.locator('[name="otc"]').waitFor();
  await Promise.race([asksForCode.catch(() => undefined), ended]);
  if (await signIn.locator('[name="otc"]').isVisible()) {
    await signIn.locator('[name="otc"]').fill(hint.get("Code") ?? "");
    await signIn.getByRole("button").first().click();
  }
  await ended;
  const address = await copyAddress(signIn);
  await signIn.close();
  await paste(page, address);
}

/** Copies the address on the last page of a sign-in, as a person does; gives it back. */
export async function copyAddress(signIn: Page): Promise<string> {
  await signIn.getByRole("button", { name: "Copy address" }).press("Enter");
  // Whether it may write to the clipboard is up to the browser: else the address is selected.
  await signIn.getByRole("status").filter({ hasText: /^Cop/ }).waitFor();
  return signIn.getByLabel("Address where the browser ended").inputValue();
}

/**
 * Signs in as {@link signInByPaste} does, with the requests that the sign-in page would make and without the page: for
 * tests about what comes after it. The waiting card must be shown.
 */
export async function signInByRequest(page: Page): Promise<void> {
  const hint = await practiceHint(page);
  const address = hint.get("address") ?? "";
  const tenant = { authority: address };
  const asked = await visit(address);
  const answer = await submit(asked, tenant, {
    loginfmt: hint.get("User name") ?? "",
    passwd: hint.get("Password") ?? "",
  });
  const asksForCode = answer.location === null && answer.text.includes('name="otc"');
  const { location, text } = asksForCode
    ? await submit(answer, tenant, { otc: hint.get("Code") ?? "" })
    : answer;
  if (location === null) throw new Error(`The sign-in did not end: ${text.slice(0, 400)}`);
  await paste(page, location);
}

async function paste(page: Page, address: string): Promise<void> {
  await page.getByLabel("Address where the browser ended").fill(address);
  await page.getByRole("button", { name: "Finish the login" }).click();
}
