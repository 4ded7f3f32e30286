import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type Browser, chromium, type Page } from "playwright";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import type { PracticeTenant } from "../../../main/practice-tenant/index.ts";
import { findBrowser } from "../../e2e/support/find-browser.ts";
import { axeFaults } from "../../support/axe-faults.ts";
import { authorizeUrl, REDIRECT_URI, start } from "./support.ts";

let browser: Browser;
beforeAll(async () => {
  const found = await findBrowser();
  browser = await chromium.launch({
    executablePath: found.executablePath,
    args: [...found.args],
    env: { ...process.env, ...found.environment },
  });
});
afterAll(() => browser?.close());

async function open(
  colorScheme: "light" | "dark",
): Promise<{ readonly page: Page; readonly complaints: string[] }> {
  const context = await browser.newContext({ colorScheme });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => void (message.type() === "error" && complaints.push(message.text())));
  return { page, complaints };
}

/** Where the browser is sent at the end; nothing listens there, so the request is what there is to see. */
function callback(page: Page): Promise<string> {
  return page
    .waitForRequest((request) => request.url().startsWith(REDIRECT_URI))
    .then((request) => request.url());
}

/** In dark by the rules that colours decide about; the others have been looked at in light. */
async function accessible(page: Page, colorScheme: "light" | "dark"): Promise<void> {
  expect(await axeFaults(page, colorScheme === "light" ? "everything" : "colours")).toEqual([]);
}

async function signInByKeyboard(page: Page, practice: PracticeTenant): Promise<void> {
  const [account] = practice.description.accounts;
  // The field that comes first gets the focus by itself.
  await page.locator("#loginfmt:focus").waitFor();
  await page.keyboard.type(account?.username ?? "");
  await page.keyboard.press("Tab");
  await page.keyboard.type(account?.password ?? "");
  await page.keyboard.press("Enter");
}

describe.each(["light", "dark"] as const)("pages in %s", (colorScheme) => {
  test("keyboard alone signs in, through the second factor, to the client; axe and the policy find nothing", async () => {
    const practice = await start("all-cloud-apps-mfa", (tenant) => ({ ...tenant, staySignedInPrompt: true }));
    const { page, complaints } = await open(colorScheme);
    await page.goto(authorizeUrl(practice));
    await accessible(page, colorScheme);
    await signInByKeyboard(page, practice);
    await page.getByRole("heading", { name: "Enter the code" }).waitFor();
    await accessible(page, colorScheme);
    await page.locator("#otc:focus").waitFor();
    await page.keyboard.type("000000\n");
    await page.getByRole("alert").waitFor();
    await accessible(page, colorScheme);
    await page.locator("#otc:focus").waitFor();
    await page.keyboard.type("123456\n");
    await page.getByRole("heading", { name: "Stay signed in?" }).waitFor();
    await accessible(page, colorScheme);
    const ended = callback(page);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    expect(new URL(await ended).searchParams.get("code")).not.toBeNull();
    expect(complaints.filter((text) => /content security policy/i.test(text))).toEqual([]);
  });

  test("a sign-in that is brought back by hand ends on a page that copies its address; another one at its redirect URI", async () => {
    const practice = await start("no-mfa");
    const { page, complaints } = await open(colorScheme);
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    practice.endByHand("by-hand");
    await page.goto(authorizeUrl(practice, { state: "by-hand" }));
    await signInByKeyboard(page, practice);
    await page.locator("#copy:focus").waitFor();
    await accessible(page, colorScheme);
    await page.keyboard.press("Enter");
    await page.getByText("Copied. Go back to Latchkey.").waitFor();
    const copied = new URL(await page.evaluate(() => navigator.clipboard.readText()));
    expect(copied.href.startsWith(REDIRECT_URI)).toBe(true);
    expect(copied.searchParams.get("state")).toBe("by-hand");
    expect(copied.searchParams.get("code")).not.toBeNull();
    expect(complaints).toEqual([]);

    const ended = callback(page);
    await page.goto(authorizeUrl(practice, { state: "other", prompt: "login" }));
    await signInByKeyboard(page, practice);
    expect(new URL(await ended).searchParams.get("state")).toBe("other");
  });

  test("errors and steps are accessible too", async () => {
    const { page } = await open(colorScheme);
    const refused = await start("wrong-redirect-uri");
    await page.goto(authorizeUrl(refused));
    await expect(page.getByRole("alert").innerText()).resolves.toContain("AADSTS50011");
    await accessible(page, colorScheme);
    const terms = await start("terms-of-use");
    await page.goto(authorizeUrl(terms));
    await signInByKeyboard(page, terms);
    await page.getByRole("heading", { name: "Accept the terms of use" }).waitFor();
    await accessible(page, colorScheme);
  });
});

test("form_post reaches the client although the page's policy allows no script but its own", async () => {
  const practice = await start("no-mfa");
  const { page, complaints } = await open("light");
  await page.goto(authorizeUrl(practice, { response_mode: "form_post" }));
  const ended = callback(page);
  await signInByKeyboard(page, practice);
  expect(await ended).toBe(REDIRECT_URI);
  expect(complaints.filter((text) => /content security policy/i.test(text))).toEqual([]);
});

test("a practice tenant by itself ends a browser's sign-in on a page, where nothing listens at the redirect URI", async () => {
  const practice = await start("no-mfa", undefined, { endsOnPage: true });
  const { page, complaints } = await open("light");
  for (const mode of ["query", "fragment", "form_post"]) {
    await page.goto(authorizeUrl(practice, { state: mode, prompt: "login", response_mode: mode }));
    await signInByKeyboard(page, practice);
    await page.getByRole("heading", { name: "The sign-in has ended" }).waitFor();
    const address = await page.getByRole("textbox").inputValue();
    expect(address.startsWith(`${REDIRECT_URI}${mode === "fragment" ? "#" : "?"}`)).toBe(true);
    expect(address).toContain(`state=${mode}`);
    expect(address).toContain("code=");
    await page.getByRole("button", { name: "Copy address" }).waitFor();
  }
  await accessible(page, "light");
  expect(complaints).toEqual([]);
});

test("it sends the browser on where something listens", async () => {
  const practice = await start("no-mfa", undefined, { endsOnPage: true });
  const { page } = await open("light");
  const asked: string[] = [];
  const listener = createServer((request, response) => {
    asked.push(request.url ?? "");
    response.end("Here.");
  }).listen(0, "127.0.0.1");
  onTestFinished(() => void listener.close());
  await once(listener, "listening");
  const { port } = listener.address() as AddressInfo;
  await page.goto(authorizeUrl(practice, { redirect_uri: `http://127.0.0.1:${port}`, state: "on" }));
  await signInByKeyboard(page, practice);
  await page.getByText("Here.").waitFor();
  expect(asked[0]).toContain("state=on");
});
