/** The two sign-in methods of a login in the desktop app, on a made-up host: the login window beside, or the system's browser. */
import { methodsDiffer } from "../../../main/core/history/window-vs-browser.ts";
import type { LoginResult, Step } from "../../../preload/contract.ts";
import { expect, test } from "../support/fixtures.ts";
import { emit } from "./fakes/fake-host.ts";
import { type baseAnswers, openTestScreen, startLogin } from "./fakes/open-test-screen.ts";
import { results } from "./fakes/results.ts";
import { expectBothLooks } from "./helpers/looks.ts";

/** The app as a window of its own, which has a login window beside it. */
const inTheApp = {
  "app.describe": {
    version: "1.0.0",
    capabilities: {
      canOpenLoginWindow: true,
      canShowFileDialogs: true,
      canSignWithKeychain: false,
      drawsWindowButtons: false,
    },
  },
} satisfies Partial<typeof baseAnswers>;

const refusal = "Entra showed an error page: AADSTS53000.";

/** What comes before the person signs in. */
const steps: readonly Step[] = [
  { id: "settings", title: "Settings", status: "ok", ms: 1 },
  { id: "discovery", title: "Discovery", status: "ok", ms: 91 },
  { id: "authorize", title: "Authorize URL", status: "ok", ms: 40 },
];

const browser: LoginResult = { ...results.succeeded, asked: { ...results.succeeded.asked, via: "browser" } };

/** Refused for want of a compliant device, with what the run through the browser says about it. */
function refusedInWindow(): LoginResult {
  const window: LoginResult = {
    ...results.blocked,
    kind: "oidc",
    settingsFrom: "login",
    asked: { ...results.blocked.asked, via: "window" },
    sentence: "A Conditional Access policy wants a compliant device.",
    error: { code: 53000, oauthError: "error_page", description: "AADSTS53000: Device is not compliant." },
    signInLog: { status: "Failure", errorCode: 53000, note: "The row names the policy and the device." },
    steps: [...steps, { id: "sign-in", title: "Sign-in", status: "failed", ms: 9400, note: refusal }],
  };
  const finding = methodsDiffer({ window, browser });
  expect(finding?.rule).toBe("login-window-lacks-device");
  return { ...window, findings: finding === null ? [] : [finding] };
}

test("in the app the login window is beside; it can be brought to the front, and a second button takes the browser", async ({
  unopened: { page, url },
}) => {
  await openTestScreen(page, url, inTheApp);
  const toolBar = page.locator(".tool-bar");
  await expect(toolBar.getByRole("button", { name: "Test OIDC in the browser" })).toBeVisible();
  await startLogin(page);
  await emit(page, "test.planned", {
    runId: "run-1",
    check: null,
    login: {
      steps: [...steps, { id: "sign-in", title: "Sign-in" }, { id: "callback", title: "Callback" }].map(
        ({ id, title }) => ({ id, title }),
      ),
      prediction: null,
    },
  });
  let startedAtMs = 0;
  for (const step of steps) {
    await emit(page, "test.step", { runId: "run-1", signIn: "login", step: { ...step, startedAtMs } });
    startedAtMs += step.ms;
  }
  await emit(page, "test.step", {
    runId: "run-1",
    signIn: "login",
    step: { id: "sign-in", title: "Sign-in", status: "running", startedAtMs },
  });
  await emit(page, "test.signIn", {
    runId: "run-1",
    url: "https://login.microsoftonline.com/x/oauth2/v2.0/authorize?client_id=3f8d9c12",
    how: "window",
    via: "window",
    leftMs: 300_000,
    redirectUri: "https://127.0.0.1/jamfconnect",
  });
  const waiting = page.getByRole("region", { name: "Waiting for you" });
  await expect(waiting.getByRole("heading")).toContainText("in the other window");
  await expect(page.getByText("If you stop, or close the window")).toBeVisible();
  await expectBothLooks(page, "running-window");
  await waiting.getByRole("button", { name: "Show window" }).click();
  const sent = () => page.evaluate(() => (window as unknown as { fakeSent: { name: string }[] }).fakeSent);
  expect(await sent()).toContainEqual({ name: "test.showSignIn", input: { runId: "run-1" } });

  await emit(page, "test.finished", { runId: "run-1", result: refusedInWindow() });
  await expect(page.getByRole("region", { name: "Verdict" })).toHaveAttribute("data-outcome", "blocked");
  await expect(page.getByRole("article", { name: /^Error/ }).first()).toContainText("compliant device");
  await expectBothLooks(page, "ways-differ");

  await page.getByRole("button", { name: "Test in the browser" }).click();
  await expect
    .poll(sent)
    .toContainEqual(
      expect.objectContaining({ name: "test.oidc", input: expect.objectContaining({ via: "browser" }) }),
    );
});
