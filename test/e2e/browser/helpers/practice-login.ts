import type { Page } from "playwright";
import { submit, visit } from "../../../support/practice-pages.ts";

/** What the practice hint tells an invented person to type. */
async function hint(page: Page, name: "User name" | "Password" | "Code"): Promise<string | null> {
  const value = page.locator(".practice-hint dl > div", { hasText: name }).locator("code");
  return (await value.count()) === 0 ? null : (await value.innerText()).trim();
}

/**
 * Signs in on the practice sign-in page in another tab and pastes the address where the browser ended, as a person
 * does. The waiting card must be shown.
 */
export async function signInByPaste(page: Page): Promise<void> {
  await page.getByRole("region", { name: "Waiting for you" }).waitFor();
  const [username, password] = [await hint(page, "User name"), await hint(page, "Password")];
  const code = await hint(page, "Code");
  const opened = page.context().waitForEvent("page");
  await page.getByRole("link", { name: /Open the sign-in page/ }).click();
  const signIn = await opened;
  const ended = signIn.getByRole("button", { name: "Copy address" }).waitFor();
  await signIn.locator('[name="loginfmt"]').fill(username ?? "");
  await signIn.locator('[name="passwd"]').fill(password ?? "");
  await signIn.getByRole("button", { name: "Sign in" }).click();
  const asksForCode = signIn.locator('[name="otc"]').waitFor();
  await Promise.race([asksForCode.catch(() => undefined), ended]);
  if (await signIn.locator('[name="otc"]').isVisible()) {
    await signIn.locator('[name="otc"]').fill(code ?? "");
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
  await page.getByRole("region", { name: "Waiting for you" }).waitFor();
  const [username, password] = [await hint(page, "User name"), await hint(page, "Password")];
  const code = await hint(page, "Code");
  const link = page.getByRole("link", { name: /Open the sign-in page/ });
  const address = (await link.getAttribute("href")) ?? "";
  const tenant = { authority: address };
  const asked = await visit(address);
  const answer = await submit(asked, tenant, { loginfmt: username ?? "", passwd: password ?? "" });
  const asksForCode = answer.location === null && answer.text.includes('name="otc"');
  const { location, text } = asksForCode ? await submit(answer, tenant, { otc: code ?? "" }) : answer;
  if (location === null) throw new Error(`The sign-in did not end: ${text.slice(0, 400)}`);
  await paste(page, location);
}

async function paste(page: Page, address: string): Promise<void> {
  await page.getByLabel("Address where the browser ended").fill(address);
  await page.getByRole("button", { name: "Finish the login" }).click();
}
