/** The page and the app behind it: hanging, gone, in a second tab, and loaded again while a test runs. Nothing pretends to work. */
import type { Page, Route } from "playwright";
import WebSocket from "ws";
import { startApp } from "../support/browser-host.ts";
import { expect, test } from "../support/fixtures.ts";
import { expectNoAxeFault } from "./helpers/axe.ts";
import { expectBothLooks } from "./helpers/looks.ts";
import { signInByRequest } from "./helpers/practice-login.ts";
import { staffFile } from "./helpers/staff-profile.ts";
import { contosoFile, goTo, openFile, pickAccount, runCheck, startScenario } from "./helpers/steps.ts";

const banner = (page: Page) => page.getByRole("alert").filter({ hasText: "Latchkey has stopped." });

test("when the app is gone a banner says so at once: no timer of the page has to run for it", async ({
  unopened: { page },
}) => {
  const host = await startApp();
  await page.goto(host.url);
  await openFile(page, contosoFile);
  await goTo(page, "Profile");
  await page.getByRole("tab", { name: /^Identity/ }).waitFor();
  // Nothing that waits or asks again and again gets its turn any more.
  await page.evaluate(() => {
    const last = Number(setTimeout(() => undefined));
    for (let id = 0; id <= last; id += 1) clearTimeout(id);
    const never = () => 0;
    Object.assign(window, { setTimeout: never, setInterval: never });
  });
  const before = performance.now();
  await host.kill();
  await banner(page).waitFor();
  console.log(`The banner stood ${Math.round(performance.now() - before)} ms after the kill was sent.`);
  await expect(banner(page)).toBeInViewport({ ratio: 1 });
  await expect(banner(page)).toContainText("Nothing that is typed or pressed here is kept");
});

test("an app that goes before it has answered that a file is open says nothing of the file", async ({
  unopened: { page },
}) => {
  const host = await startApp();
  await page.goto(host.url);
  const held: Route[] = [];
  await page.route(/\/call\/profile\.open$/, async (route) => {
    await route.fetch();
    held.push(route);
  });
  await openFile(page, contosoFile);
  // It is open: that was told before the answer.
  const tab = page.getByRole("tab", { name: /^Identity/ });
  await tab.waitFor();
  await expect.poll(() => held.length).toBe(1);
  await host.kill();
  await Promise.all(held.map((route) => route.abort()));
  await banner(page).waitFor();
  await expect(page.getByRole("alert")).toHaveCount(1);
  await expect(tab).toBeVisible();
});

test("an app that hangs is said, and takes what was typed meanwhile when it answers again", async ({
  unopened: { page },
}) => {
  const host = await startApp();
  await page.goto(host.url);
  await openFile(page, staffFile);
  await goTo(page, "Profile");
  const field = (name: string) =>
    page.getByRole("tabpanel").getByRole("textbox", { name, exact: true }).first();
  const [left, half, unstored] = [field("Login app"), field("Tenant"), page.getByText("Not stored yet")];
  await left.waitFor();
  const silent = page.getByRole("alert").filter({ hasText: "Latchkey does not answer just now." });
  host.freeze();
  await left.fill("left");
  await left.press("Enter");
  await half.fill("half ty");
  await silent.waitFor();
  await expect(banner(page)).toHaveCount(0);
  await expect(unstored).toHaveCount(2);
  await half.pressSequentially("ped");
  await expectBothLooks(page, "silent-host");
  host.thaw();
  await silent.waitFor({ state: "detached" });
  await expect(unstored).toHaveCount(0);
  await expect(page).toHaveTitle(/\(edited\)/);
  await expect(left).toHaveValue("left");
  await expect(half).toBeFocused();
  await expect(half).toHaveValue("half typed");
  await half.press("Tab");
  await page.getByRole("radio", { name: "Source" }).click({ force: true });
  await expect(page.getByRole("textbox", { name: "Source text" })).toContainText(
    "<string>half typed</string>",
  );
  await host.stop();
});

test("a channel of events that the app closes is opened again, and the page stays as it is", async ({
  app: { page, url },
}) => {
  await startScenario(page, /MFA on all resources/);
  await pickAccount(page);
  const password = page.getByLabel("Password", { exact: true });
  await password.fill("half ty");
  await page.evaluate(() => Object.assign(window, { isSamePage: true }));
  const { origin, host } = new URL(url);
  const bearer = await page.evaluate(() => sessionStorage.getItem("latchkey.bearer"));
  const again = page.waitForEvent("websocket");
  // One tab more than the app holds: the oldest, which is this page, has to go.
  const tabs = Array.from(
    { length: 64 },
    () => new WebSocket(`ws://${host}/events`, ["latchkey-events", `bearer.${bearer}`], { origin }),
  );
  await again;
  for (const tab of tabs) tab.terminate();
  await password.pressSequentially("ped");
  await expect(password).toHaveValue("half typed");
  await expect(page.getByRole("heading", { level: 1, name: "Test", exact: true })).toBeVisible();
  await expect(banner(page)).toHaveCount(0);
  // Events come again.
  await pickAccount(page);
  await runCheck(page);
  expect(await page.evaluate(() => "isSamePage" in window)).toBe(true);
});

test("a test that ran when the app went is not shown as running", async ({ unopened: { page } }) => {
  const host = await startApp();
  await page.goto(host.url);
  await startScenario(page, /MFA on all resources/);
  await pickAccount(page);
  await page.locator(".tool-bar").getByRole("button", { name: "Test OIDC" }).click();
  await page.getByRole("region", { name: "Waiting for you" }).waitFor();
  await host.kill();
  await expect(banner(page)).toBeVisible();
  await expect(page.getByRole("heading", { name: "How this run ended is not known." })).toBeVisible();
  await expect(page.getByRole("button", { name: /Stop/ })).toHaveCount(0);
  await expectBothLooks(page, "gone-host-run");
});

test("the banner stands over a dialog, and assistive technology hears it there", async ({
  unopened: { page },
}) => {
  const host = await startApp();
  await page.goto(host.url);
  await startScenario(page, /MFA on all resources/);
  await pickAccount(page);
  await runCheck(page);
  await page
    .locator(".tool-bar")
    .getByRole("button", { name: /Report/ })
    .click();
  await page.getByRole("dialog", { name: "Download a report" }).waitFor();
  await host.kill();
  await expect(banner(page)).toBeInViewport({ ratio: 1 });
  await expectNoAxeFault(page);
});

test("a second tab gets in by one press, and a link that was used opens again in a tab that is in", async ({
  app: { page, url },
}) => {
  await startScenario(page, /MFA on all resources/);
  const second = await page.context().newPage();
  await second.goto(new URL("/", url).href);
  await expect(second.getByRole("heading", { name: "This tab is not let in." })).toBeVisible();
  await expectBothLooks(second, "second-tab");
  await second.getByRole("button", { name: "Open Latchkey in this tab" }).click();
  await expect(second.getByRole("navigation", { name: "Work" })).toBeVisible();
  await page.goto("about:blank");
  await page.goto(url);
  await expect(page.getByRole("navigation", { name: "Work" })).toBeVisible();
});

test("attack: a page of another address on this machine is not let in by a tab that is", async ({
  app: { page, url },
}) => {
  const other = await page.context().newPage();
  await other.goto(new URL("/", url).href.replace("127.0.0.1", "localhost"));
  const answer = other.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const channel = new BroadcastChannel("latchkey-let-in");
        channel.onmessage = () => resolve("answered");
        channel.postMessage({ kind: "ask", from: "other" });
        setTimeout(() => resolve("silence"), 1500);
      }),
  );
  expect(await answer).toBe("silence");
});

test("without another tab the press says what to do instead", async ({ app: { page, url } }) => {
  await page.goto("about:blank");
  const alone = await page.context().newPage();
  await alone.goto(new URL("/", url).href);
  await alone.getByRole("button", { name: "Open Latchkey in this tab" }).click();
  await expect(alone.getByRole("status")).toContainText("No other tab of this browser is in.");
});

test("a test that goes on is there after a reload, and ends there", async ({ app: { page } }) => {
  await startScenario(page, /MFA on all resources/);
  await pickAccount(page);
  await page.locator(".tool-bar").getByRole("button", { name: "Test OIDC" }).click();
  await page.getByRole("region", { name: "Waiting for you" }).waitFor();
  await page.reload();
  await goTo(page, "Test");
  await page.getByRole("region", { name: "Waiting for you" }).waitFor();
  await expect(page.locator('[data-step="sign-in"]')).toHaveAttribute("data-state", "running");
  await signInByRequest(page);
  await expect(page.getByRole("region", { name: "Verdict" })).toHaveAttribute("data-outcome", "succeeded");
});

test("what was just applied is said although the channel of events is slower than the answers", async ({
  unopened: { page, url },
}) => {
  await page.routeWebSocket(/\/events$/, (socket) => {
    const app = socket.connectToServer();
    app.onMessage((message) => void setTimeout(() => socket.send(message), 400));
  });
  await page.goto(url);
  await openFile(page, contosoFile);
  await page.getByRole("button", { name: /^Preview \d+ fixes…$/ }).click();
  await page.getByRole("button", { name: /^Apply \d+ fixes$/ }).click();
  const applied = page.getByRole("status").filter({ hasText: /\d+ fixes applied/ });
  await expect(applied).toBeVisible();
  await applied.getByRole("button", { name: "Undo" }).click();
  await expect(applied).toHaveCount(0);
  await expect(page.getByRole("button", { name: /^Preview \d+ fixes…$/ })).toBeVisible();
});
