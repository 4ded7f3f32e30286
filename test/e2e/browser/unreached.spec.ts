/**
 * Nobody there, nobody known, nobody in time: hosts to be asked about, closed ports (real), being offline and a sign-
 * in that runs out of time (made-up host).
 */
import type { Page } from "playwright";
import { connectionErrors } from "../../../main/core/verdict/network-errors/connection-faults.ts";
import { closedPort } from "../../support/closed-port.ts";
import { expect, test } from "../support/fixtures.ts";
import { emit } from "./fakes/fake-host.ts";
import { openTestScreen, startCheck, startLogin } from "./fakes/open-test-screen.ts";
import { results } from "./fakes/results.ts";
import { expectBothLooks } from "./helpers/looks.ts";
import { goTo, openFile } from "./helpers/steps.ts";

const verdict = (page: Page) => page.getByRole("region", { name: "Verdict" });

/** A profile of our own whose provider is at this address. */
const profileFor = (address: string) => `<?xml version="1.0" encoding="UTF-8"?>
<plist version="1.0"><dict>
<key>PayloadType</key><string>Configuration</string>
<key>PayloadVersion</key><integer>1</integer>
<key>PayloadIdentifier</key><string>com.contoso.nobody</string>
<key>PayloadUUID</key><string>6E1F0F4A-0A4C-4B0F-8E1E-1C2D3E4F5A6B</string>
<key>PayloadDisplayName</key><string>Nobody there</string>
<key>PayloadContent</key><array><dict>
<key>PayloadType</key><string>com.jamf.connect</string>
<key>PayloadVersion</key><integer>1</integer>
<key>PayloadIdentifier</key><string>com.contoso.nobody.menu</string>
<key>PayloadUUID</key><string>7E1F0F4A-0A4C-4B0F-8E1E-1C2D3E4F5A6B</string>
<key>IdPSettings</key><dict>
<key>Provider</key><string>Custom</string>
<key>DiscoveryURL</key><string>${address}/.well-known/openid-configuration</string>
<key>ROPGID</key><string>11111111-1111-1111-1111-111111111111</string>
</dict>
</dict></array>
</dict></plist>`;

async function openProfileFor(page: Page, address: string): Promise<void> {
  await openFile(page, {
    name: "nobody.mobileconfig",
    mimeType: "application/x-apple-aspen-config",
    buffer: Buffer.from(profileFor(address)),
  });
  await goTo(page, "Test");
}

test("a host that the provider does not own is asked about before anything is sent, and once only", async ({
  app: { page },
}) => {
  // A name that no resolver knows: RFC 6761, section 6.4.
  await openProfileFor(page, "https://login.contoso.invalid");
  await startCheck(page);
  const question = page.getByRole("alertdialog", { name: "Send the password to login.contoso.invalid?" });
  await expect(question).toContainText("Nothing has been sent so far");
  await expect(question.getByRole("button", { name: "Send nothing" })).toBeFocused();
  await expectBothLooks(page, "host-question");
  await page.keyboard.press("Enter");
  await expect(question).toBeHidden();
  await expect(page.getByRole("grid", { name: "Runs" })).toHaveCount(0);

  const check = page.locator(".tool-bar").getByRole("button", { name: "Test ROPG" });
  await check.click();
  await question.getByRole("button", { name: "Send it there" }).click();
  await expect(verdict(page)).toHaveAttribute("data-outcome", "unreachable");
  const rows = page.getByRole("grid", { name: "Runs" }).locator(".run-item");
  await expect(rows).toHaveCount(1);
  await check.click();
  await expect(rows).toHaveCount(2);
});

test("a port where nobody listens is unreachable: where it broke, what was not sent, what to do", async ({
  app: { page },
}) => {
  const address = `https://127.0.0.1:${await closedPort()}`;
  await openProfileFor(page, address);
  await startCheck(page);
  await expect(verdict(page)).toHaveAttribute("data-outcome", "unreachable");
  await expect(verdict(page).getByRole("heading")).toContainText(new URL(address).host);
  await expect(verdict(page)).toContainText("Nothing was sent.");
  await expect(page.locator('[data-step="discovery"]')).toHaveAttribute("data-state", "failed");
  const skipped = page.locator('[data-step="request"]');
  await expect(skipped).toHaveAttribute("data-state", "skipped");
  await expect(skipped).toContainText("skipped: the run ended at Discovery");
  await expectBothLooks(page, "unreachable");
});

test("offline: nothing was asked, and what a Mac does in this state is said", async ({
  unopened: { page, url },
}) => {
  const fault = connectionErrors.find(({ id }) => id === "offline");
  const sentence = (fault?.sentence ?? "").replace("{host}", "login.microsoftonline.com");
  expect(sentence).toContain("offline");
  await openTestScreen(page, url);
  await startCheck(page);
  const result = {
    ...results.unreachable,
    sentence,
    findings: [
      {
        rule: "offline",
        severity: "warning",
        certainty: "documented",
        title: fault?.title ?? "",
        detail: fault?.cause ?? "",
        where: { step: "discovery" },
        fix: { label: "What to do", steps: [...(fault?.steps ?? [])] },
      },
    ],
  } as const;
  await emit(page, "test.finished", { runId: "run-1", result });
  await expect(verdict(page).getByRole("heading")).toHaveText(sentence);
  await expectBothLooks(page, "offline");
});

test("a sign-in that nobody finishes in time ends by itself and says so", async ({
  unopened: { page, url },
}) => {
  await page.clock.install();
  await openTestScreen(page, url);
  await startLogin(page);
  await emit(page, "test.signIn", {
    runId: "run-1",
    url: "https://login.microsoftonline.com/x/oauth2/v2.0/authorize?client_id=3f8d9c12",
    how: "paste",
    via: "browser",
    leftMs: 300_000,
    redirectUri: "https://127.0.0.1/jamfconnect",
  });
  const waiting = page.getByRole("region", { name: "Waiting for you" });
  await expect(waiting).toContainText(/Ends by itself in [45]:\d\d/);
  await page.clock.fastForward(300_000);
  await expect(waiting).toContainText("0:00");
  const sentence = "Nobody finished the sign-in in time.";
  await emit(page, "test.finished", {
    runId: "run-1",
    result: { ...results.cancelled, kind: "oidc", settingsFrom: "login", sentence },
  });
  await expect(waiting).toBeHidden();
  await expect(verdict(page).getByRole("heading")).toHaveText(sentence);
  await expect(verdict(page)).not.toContainText("You stopped");
  await expectBothLooks(page, "expired");
});
