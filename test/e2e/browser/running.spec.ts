/** A run while it happens, and the questions before one, on a made-up host. */
import { lockoutWarning } from "../../../main/core/ropg/lockout-warning.ts";
import { miraAtContoso } from "../../support/run-name.ts";
import { expect, test } from "../support/fixtures.ts";
import { emit } from "./fakes/fake-host.ts";
import { openTestScreen, startCheck } from "./fakes/open-test-screen.ts";
import { expectNoAxeFault } from "./helpers/axe.ts";
import { capture } from "./helpers/capture.ts";

test("a running login shows each step while it happens and can be stopped with esc", async ({ unopened }) => {
  const { page, url } = unopened;
  await openTestScreen(page, url);
  await page.getByRole("textbox", { name: "User name" }).fill("mira.keller@contoso.com");
  await page.locator(".tool-bar").getByRole("button", { name: "Test OIDC" }).click();
  const step = (id: string, title: string, startedAtMs: number) => ({ id, title, startedAtMs });
  await emit(page, "test.step", {
    runId: "run-1",
    signIn: "login",
    step: { ...step("settings", "Settings", 0), status: "ok", ms: 1 },
  });
  await emit(page, "test.step", {
    runId: "run-1",
    signIn: "login",
    step: { ...step("discovery", "Discovery", 1), status: "ok", ms: 91 },
  });
  await emit(page, "test.step", {
    runId: "run-1",
    signIn: "login",
    step: { ...step("sign-in", "Sign-in", 92), status: "running" },
  });
  await emit(page, "test.signIn", {
    runId: "run-1",
    url: "https://login.microsoftonline.com/x/oauth2/v2.0/authorize?client_id=3f8d9c12",
    how: "paste",
    via: "browser",
    leftMs: 300_000,
    redirectUri: "https://127.0.0.1/jamfconnect",
  });
  await expect(page.getByRole("heading", { name: "Sign in as mira.keller@contoso.com" })).toBeVisible();
  await expect(page.locator('[data-step="sign-in"]')).toHaveAttribute("data-state", "running");
  await expect(page.locator('[data-step="discovery"]')).toContainText("91 ms");
  const steps = page.getByRole("region", { name: "Waiting for you" }).getByRole("listitem");
  await expect(steps).toHaveText([
    /^Open the sign-in page/,
    "Sign in there.",
    /^The browser ends at https:\/\/127\.0\.0\.1\/jamfconnect\./,
  ]);
  await expect(steps.first().getByRole("link")).toHaveAttribute("rel", /noopener/);
  await capture(page, "running-paste");
  await expectNoAxeFault(page);
  await page.keyboard.press("Escape");
  await expect
    .poll(() =>
      page.evaluate(() => (window as unknown as { fakeSent: { name: string }[] }).fakeSent.at(-1)?.name),
    )
    .toBe("test.cancel");
});

test("the pasted address is masked on screen and leaves the field once it is used", async ({ unopened }) => {
  const { page, url } = unopened;
  await openTestScreen(page, url);
  await page.locator(".tool-bar").getByRole("button", { name: "Test OIDC" }).click();
  await emit(page, "test.signIn", {
    runId: "run-1",
    url: "https://login.example/a",
    how: "paste",
    via: "browser",
    leftMs: 300_000,
    redirectUri: "https://127.0.0.1/jamfconnect",
  });
  const field = page.getByLabel("Address where the browser ended");
  await expect(field).toHaveAttribute("type", "password");
  await field.fill("https://127.0.0.1/jamfconnect?code=canary&state=s");
  await page.getByRole("button", { name: "Finish the login" }).click();
  await expect(field).toHaveValue("");
});

test("a host that the provider does not own is asked about before anything is sent", async ({ unopened }) => {
  const { page, url } = unopened;
  const host = "login.fabrikam.example";
  await openTestScreen(page, url, {
    "test.target": {
      host,
      name: miraAtContoso("ropg"),
      practice: false,
      known: false,
      thisMachine: false,
      question: { about: "host", host, carries: "password" },
    },
  });
  await startCheck(page);
  const dialog = page.getByRole("alertdialog", { name: `Send the password to ${host}?` });
  await expect(dialog).toContainText("Nothing has been sent so far");
  await capture(page, "question-host");
  await expectNoAxeFault(page);
  await dialog.getByRole("button", { name: "Send nothing" }).click();
  const names = await page.evaluate(() =>
    (window as unknown as { fakeSent: { name: string }[] }).fakeSent.map((call) => call.name),
  );
  expect(names).not.toContain("test.ropg");
});

test("wrong passwords in a row warn of lock-out before the next one is sent", async ({ unopened }) => {
  const { page, url } = unopened;
  const warning = lockoutWarning(2);
  if (warning === null) throw new Error("two wrong passwords warn");
  await openTestScreen(page, url, {
    "test.target": {
      host: "login.microsoftonline.com",
      name: miraAtContoso("ropg"),
      practice: false,
      known: true,
      thisMachine: false,
      question: { about: "lock-out", wrong: 2, warning },
    },
  });
  await startCheck(page);
  const dialog = page.getByRole("alertdialog", { name: /2 wrong passwords/ });
  await expect(dialog).toContainText("Nothing has been sent this time.");
  await capture(page, "question-lock-out");
});
