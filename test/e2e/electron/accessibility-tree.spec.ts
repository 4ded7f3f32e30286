/** Each screen as a screen reader meets it: the accessibility tree of the app's window, with a name and a role for everything. */
import { copyFile } from "node:fs/promises";
import type { Page } from "playwright";
import { contosoFile, goTo, pickAccount, runCheck, startScenario } from "../browser/helpers/steps.ts";
import { accessibilityTree, treeFaults } from "./support/accessibility-tree.ts";
import { expect, type RunningApp, test } from "./support/app.ts";

/** Expects a whole tree, when what moves has come to rest. */
async function expectWholeTree(page: Page, where: string): Promise<void> {
  await expect.poll(async () => treeFaults(await accessibilityTree(page)), { message: where }).toEqual([]);
}

/** What the live regions of a kind say now. */
async function told(page: Page, role: "status" | "alert"): Promise<string> {
  const tree = await accessibilityTree(page);
  return tree
    .filter((node) => node.role === role)
    .map(({ text }) => text)
    .join("\n");
}

async function openContoso(
  launch: (options: { args: readonly string[] }) => Promise<RunningApp>,
  path: string,
): Promise<{ readonly app: RunningApp; readonly page: Page }> {
  await copyFile(contosoFile, path);
  const app = await launch({ args: [path] });
  const page = await app.page();
  await page.getByRole("textbox", { name: "Login app" }).waitFor();
  return { app, page };
}

test("screens without a profile: everything has a name and a role", async ({ app }) => {
  const page = await app.page();
  await page.getByRole("heading", { name: /two sign-ins/ }).waitFor();
  await page.locator("#scenarios").getByRole("listitem").first().waitFor();
  await expectWholeTree(page, "Start");
  for (const [way, screen] of [
    [/^Read a sign-in log/, "Sign-ins"],
    [/^Explain an error/, "Explain"],
  ] as const) {
    await page.getByRole("navigation", { name: "Start" }).getByRole("button", { name: way }).click();
    await page.getByRole("heading", { name: screen, exact: true, level: 1 }).waitFor();
    await expectWholeTree(page, screen);
  }
});

test("screens of a profile, its tabs, and the question before its changes are lost", async ({
  launch,
}, info) => {
  const { app, page } = await openContoso(launch, info.outputPath("contoso.mobileconfig"));
  for (const tab of ["Identity", "Login", "Connect", "Actions", "Shares", "Other"]) {
    await page.getByRole("tab", { name: new RegExp(`^${tab}`) }).click();
    await expectWholeTree(page, `Profile, ${tab}`);
  }
  await goTo(page, "Export");
  await page.getByRole("heading", { name: "Export", exact: true }).waitFor();
  await expectWholeTree(page, "Export");
  await goTo(page, "Conditional Access");
  await page.getByRole("heading", { name: "Conditional Access", exact: true }).waitFor();
  await expectWholeTree(page, "Conditional Access without policies");

  await goTo(page, "Profile");
  await page.getByRole("tab", { name: /^Identity/ }).click();
  await page.getByRole("textbox", { name: "Login app" }).fill("22222222-2222-2222-2222-222222222222");
  void app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close()).catch(() => undefined);
  const question = page.getByRole("alertdialog", { name: /^Save the changes to/ });
  await question.getByRole("button", { name: "Save" }).waitFor();
  await expectWholeTree(page, "the question before closing");
  await question.getByRole("button", { name: "Cancel" }).press("Enter");
  await expect(question).toHaveCount(0);
});

test("a test: its verdict is told, and everything that explains it has a name", async ({ app }) => {
  const page = await app.page();
  await page.locator("[data-app-state=ready]").waitFor();
  await startScenario(page, /MFA on all resources/);
  await expectWholeTree(page, "Test before anything ran");
  await pickAccount(page);
  await runCheck(page);
  await expect.poll(() => told(page, "status")).toContain("The password is correct.");
  await expectWholeTree(page, "Test with a verdict");
  await goTo(page, "Conditional Access");
  await page.locator(".ca-grid").waitFor();
  await expectWholeTree(page, "Conditional Access with policies");
});

test("a file that cannot be opened is told at once", async ({ launch }, info) => {
  const path = info.outputPath("missing.plist");
  const page = await (await launch({ args: [path] })).page();
  await page.getByRole("alert").waitFor();
  expect(await told(page, "alert")).toContain("missing.plist could not be read.");
  await expectWholeTree(page, "the page of a file that cannot be opened");
});
