/**
 * Everything by keyboard: a whole pair of tests, panes, tabs, findings, undo, and the focus that can be seen. Findings
 * and runs of several days come from a made-up host. What each shortcut does is tested in `test/unit/renderer/app`.
 */
import { readFile } from "node:fs/promises";
import type { Page } from "playwright";
import { fileChooser } from "../support/file-chooser.ts";
import { expect, test } from "../support/fixtures.ts";
import { emit } from "./fakes/fake-host.ts";
import { longComparison, longHistory } from "./fakes/history.ts";
import { openTestScreen, startCheck } from "./fakes/open-test-screen.ts";
import { contosoProfile } from "./fakes/profile.ts";
import { results } from "./fakes/results.ts";
import { capture } from "./helpers/capture.ts";
import { expectBothLooks } from "./helpers/looks.ts";
import { copyAddress } from "./helpers/practice-login.ts";
import { contosoFile, goTo, openFile, startScenario, tabTo } from "./helpers/steps.ts";

test("a scenario is started, a password check run and its verdict read with the keyboard alone", async ({
  app: { page },
}) => {
  await tabTo(page, /MFA on all resources/);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Test", exact: true })).toBeVisible();
  await tabTo(page, /Pick a practice account/);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menu")).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menu")).toBeHidden();
  await page.keyboard.press("ControlOrMeta+Alt+Digit2");
  await expect(page.getByRole("region", { name: "Verdict" })).toBeVisible();
  await expect(page.getByRole("status").filter({ hasText: "The password is correct" })).toBeAttached();
});

test("shortcuts change screens, and F6 walks through the panes and back", async ({ app: { page } }) => {
  await openFile(page, contosoFile);
  await page.getByRole("textbox", { name: "Login app" }).waitFor();
  await page.locator("body").press("ControlOrMeta+2");
  await expect(page.getByRole("heading", { name: "Test", exact: true })).toBeVisible();
  await page.locator("body").press("Alt+6");
  await expect(page.getByRole("heading", { name: "Export", exact: true })).toBeVisible();
  const pane = () =>
    page.evaluate(() => document.activeElement?.closest("[data-pane]")?.getAttribute("data-pane"));
  for (const next of ["side", "list", "main"]) {
    await page.keyboard.press("F6");
    await expect.poll(pane).toBe(next);
  }
  await page.keyboard.press("Shift+F6");
  await expect.poll(pane).toBe("list");
});

test("the file dialog opens with the shortcut", async ({ app: { page } }) => {
  await fileChooser(page, () => page.locator("body").press("ControlOrMeta+o"));
});

test("undo and redo work by shortcut outside of fields", async ({ app: { page } }) => {
  await openFile(page, contosoFile);
  const field = page.getByRole("textbox", { name: "Login app" });
  await field.fill("99999999-9999-9999-9999-999999999999");
  await field.press("Enter");
  await expect(page.getByRole("button", { name: /^Undo/ })).toBeEnabled();
  await page.getByRole("tab", { name: /^Identity/ }).focus();
  await page.keyboard.press("ControlOrMeta+z");
  await expect(field).toHaveValue("11111111-1111-1111-1111-111111111111");
  await page.keyboard.press("ControlOrMeta+Shift+z");
  await expect(field).toHaveValue("99999999-9999-9999-9999-999999999999");
});

test("the focus is visible on every control that Tab reaches on the Test screen", async ({
  app: { page },
}) => {
  await startScenario(page, /No MFA/);
  const invisible: string[] = [];
  for (let presses = 0; presses < 14; presses += 1) {
    await page.keyboard.press("Tab");
    const fault = await page.evaluate(() => {
      const shows = (element: Element | null): boolean => {
        if (element === null) return false;
        const { outlineStyle, boxShadow } = getComputedStyle(element);
        return outlineStyle !== "none" || boxShadow !== "none";
      };
      const element = document.activeElement;
      if (element === null || element === document.body) return null;
      // A hidden input shows its focus on the label around it.
      const host =
        element.closest(".field-box, .switch")?.querySelector(".switch-track") ??
        element.closest(".field-box, .segment-option, .switch");
      return shows(element) || shows(host) ? null : element.outerHTML.slice(0, 120);
    });
    if (fault !== null) invisible.push(fault);
  }
  expect(invisible).toEqual([]);
});

/** What the page asked the made-up host for, by name of the call. */
function asked(page: Page, call: string): Promise<unknown[]> {
  return page.evaluate(
    (name) =>
      (window as unknown as { fakeSent: { name: string; input: unknown }[] }).fakeSent
        .filter((sent) => sent.name === name)
        .map((sent) => sent.input),
    call,
  );
}

/** The name of the finding that has the focus. */
function focusedFinding(page: Page): Promise<string | null> {
  return page.evaluate(() => document.activeElement?.getAttribute("data-finding") ?? null);
}

test("F8 walks through the findings of the profile with their keys, and ⌘↩ applies the fix", async ({
  unopened: { page, url },
}) => {
  await openTestScreen(page, url);
  await goTo(page, "Profile");
  await expect(page.getByRole("region", { name: "Findings" })).toBeVisible();
  const rules = (contosoProfile.findings ?? []).map(({ rule }) => rule);
  for (const rule of rules) {
    await page.keyboard.press("F8");
    await expect.poll(() => focusedFinding(page)).toContain(rule);
    await expect(page.locator(":focus")).toBeInViewport();
  }
  await page.keyboard.press("F8");
  await expect.poll(() => focusedFinding(page)).toContain(rules[0]);
  await expect(page.getByRole("tab", { name: /^Login/ })).toHaveAttribute("aria-selected", "true");
  const note = page
    .locator('[data-key="DenyLocal"]')
    .getByRole("article", { name: /^Error: Nobody could log in/ });
  await expect(note).toBeInViewport();
  await capture(page, "finding-focused");
  await page.keyboard.press("Shift+F8");
  await expect.poll(() => focusedFinding(page)).toContain(rules.at(-1));
  await page.keyboard.press("F8");
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect
    .poll(() => asked(page, "profile.edit"))
    .toEqual([
      {
        patch: {
          op: "set",
          payload: { domain: "com.jamf.connect.login" },
          path: ["LocalFallback"],
          value: true,
        },
      },
    ]);
  // In the row of the key as well, and from there F8 goes on with the next.
  await page.locator('[data-key="DenyLocal"] input').focus();
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect.poll(async () => (await asked(page, "profile.edit")).length).toBe(2);
  await note.focus();
  await page.keyboard.press("F8");
  await expect.poll(() => focusedFinding(page)).toContain(rules[1]);
  // Steps are shown, not applied.
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(page.getByRole("dialog")).toContainText("Register an API app for the check.");
});

test("F8 finds the findings of a run", async ({ unopened: { page, url } }) => {
  await openTestScreen(page, url);
  await startCheck(page);
  await emit(page, "test.finished", { runId: "run-1", result: results["password-correct"] });
  await expect(page.getByRole("region", { name: "Verdict" })).toBeVisible();
  await page.keyboard.press("F8");
  await expect(page.getByRole("article", { name: "Note: Give the check its own API app" })).toBeFocused();
  // What to do stands beside it: nothing has to be opened.
  await expect(page.locator("article:focus .test-finding-fix")).toContainText(/\w+/);
});

test("⌃Tab and ⌥T turn the tabs of the profile, round at the ends", async ({ app: { page } }) => {
  await openFile(page, contosoFile);
  const tab = (name: RegExp) => page.getByRole("tab", { name });
  await expect(tab(/^Identity/)).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Control+Tab");
  await expect(tab(/^Login/)).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Control+Shift+Tab");
  await page.keyboard.press("Control+Shift+Tab");
  await expect(tab(/^Other/)).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Alt+t");
  await expect(tab(/^Identity/)).toHaveAttribute("aria-selected", "true");
  await expect(tab(/^Identity/)).toBeFocused();
});

test("⌘D and ⌥D compare the shown run with the one before, and say so where there is none", async ({
  unopened: { page, url },
}) => {
  await openTestScreen(page, url, { "history.list": longHistory, "history.compare": longComparison });
  await page.locator("body").press("ControlOrMeta+d");
  await expect(page.getByRole("dialog", { name: /^Compared/ })).toBeVisible();
  expect(await asked(page, "history.compare")).toEqual([{ a: "run-6", b: "run-4" }]);
  // Under a dialog nothing else happens.
  await page.keyboard.press("ControlOrMeta+1");
  await page.keyboard.press("ControlOrMeta+e");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(page.getByRole("heading", { name: "Test", exact: true })).toBeVisible();
  await emit(page, "history.changed", { ...longHistory, runs: longHistory.runs.slice(0, 1), trends: [] });
  await page.locator("body").press("Alt+d");
  await expect(page.getByRole("complementary", { name: "Runs" })).toContainText(
    "There is no earlier run of this kind to compare with.",
  );
});

test("⇧⌘P turns practice on and off from any screen, on Test where it is seen", async ({ app: { page } }) => {
  await openFile(page, contosoFile);
  await page.getByRole("textbox", { name: "Login app" }).waitFor();
  await page.locator("body").press("ControlOrMeta+Shift+P");
  await expect(page.getByRole("heading", { name: "Test", exact: true })).toBeVisible();
  const practice = page.getByRole("switch", { name: "Practice" });
  await expect(practice).toBeChecked();
  await page.locator("body").press("Alt+p");
  await expect(practice).not.toBeChecked();
});

test("? lists the shortcuts", async ({ app: { page } }) => {
  await page.locator("body").press("?");
  const dialog = page.getByRole("dialog", { name: "Keyboard" });
  await expect(dialog.getByRole("row", { name: /Next, previous finding/ })).toContainText("F8");
  await expect(dialog.getByRole("row", { name: /^Compare the marked runs/ })).toContainText("Alt+D");
  await expectBothLooks(page, "keyboard");
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await openFile(page, contosoFile);
  await page.getByRole("button", { name: /^Document/ }).click();
  await page.getByRole("menuitem", { name: /Keyboard/ }).click();
  await expect(dialog).toBeVisible();
  await dialog.getByRole("button", { name: "Close" }).click();
  await page.getByRole("searchbox").press("?");
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("searchbox")).toHaveValue("?");
});

/** Signs in on the practice page that Return opens in another tab, by typing alone; gives back where it ended. */
async function signInByKeyboard(page: Page): Promise<string> {
  const typed = page.locator(".practice-hint code");
  const [username = "", password = "", code = ""] = (await typed.allInnerTexts()).map((text) => text.trim());
  await tabTo(page, /Open the sign-in page/);
  const opened = page.context().waitForEvent("page");
  await page.keyboard.press("Enter");
  const signIn = await opened;
  await signIn.locator('[name="loginfmt"]:focus').waitFor();
  await signIn.keyboard.type(username);
  await signIn.keyboard.press("Tab");
  await signIn.keyboard.type(password);
  await signIn.keyboard.press("Enter");
  await signIn.locator('[name="otc"]:focus').waitFor();
  await signIn.keyboard.type(code);
  await signIn.keyboard.press("Enter");
  await signIn.locator("#copy:focus").waitFor();
  const address = await copyAddress(signIn);
  await signIn.close();
  return address;
}

test("keyboard alone: open, test both, read the verdict, save the report", async ({
  app: { page },
}, info) => {
  await tabTo(page, /MFA on all resources/);
  await page.keyboard.press("Enter");
  await tabTo(page, /Pick a practice account/);
  await page.keyboard.press("Enter");
  await page.getByRole("menu").waitFor();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menu")).toBeHidden();
  await page.keyboard.press("ControlOrMeta+r");
  await page.getByRole("region", { name: "Waiting for you" }).waitFor();
  const address = await signInByKeyboard(page);
  await tabTo(page, /Address where the browser ended/);
  await page.keyboard.insertText(address);
  await page.keyboard.press("Enter");
  // The field and its button are gone; the focus is not lost with them.
  await expect(page.locator('[data-pane="main"]')).toBeFocused();
  const sentence = /The login demands MFA\. The password check ends with 50076/;
  const verdict = /It works, at a cost: every check leaves a red line in the log\. Jamf Connect accepts it\./;
  await expect(page.getByRole("status").filter({ hasText: verdict })).toBeAttached();
  await expect(page.getByRole("region", { name: "Verdict" })).toContainText("It works, at a cost");

  await tabTo(page, /^\s*Report/);
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Download a report" });
  await expect(dialog).toBeVisible();
  await tabTo(page, /^\s*Download the report/);
  const download = page.waitForEvent("download");
  await page.keyboard.press("Enter");
  const path = info.outputPath("report.md");
  await (await download).saveAs(path);
  const report = await readFile(path, "utf8");
  expect(report).toMatch(sentence);
  expect(report).not.toContain("robin@contoso.example");
  // The form has given way to what was made.
  await expect(dialog.getByRole("button", { name: "Done" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toContain("Report");
});
