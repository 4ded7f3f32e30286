/** While the app hangs, and when it is gone, no field on any screen shows a value that was not stored. */
import type { Page } from "playwright";
import { graphRow, testRow } from "../../support/sign-in-rows.ts";
import { startApp } from "../support/browser-host.ts";
import { chooseFiles } from "../support/file-chooser.ts";
import { expect, test } from "../support/fixtures.ts";
import { changeFields, type FieldState, readFields } from "./helpers/fields.ts";
import { holdCalls } from "./helpers/hold-calls.ts";
import { expectBothLooks } from "./helpers/looks.ts";
import { goTo, pickAccount, startScenario } from "./helpers/steps.ts";

const log = [1, 2, 3].map((number) => graphRow(testRow(number, { at: `2026-11-0${number}T07:00:00Z` })));

/** The screen before stays until the next one is there. */
async function show(page: Page, screen: Parameters<typeof goTo>[1]): Promise<void> {
  await goTo(page, screen);
  await page.getByRole("heading", { level: 1, name: screen, exact: true }).waitFor();
}

/** Every place with fields, and how a person gets there. Conditional Access comes last: its open dialog holds what is half typed. */
const places: readonly { readonly name: string; readonly go: (page: Page) => Promise<void> }[] = [
  {
    name: "profile",
    go: async (page) => {
      await goTo(page, "Profile");
      await page.getByRole("tab", { name: /^Identity/ }).click();
    },
  },
  {
    name: "keys",
    go: async (page) => {
      await goTo(page, "Profile");
      await page.getByRole("tab", { name: /^Login/ }).click();
    },
  },
  { name: "set up", go: (page) => show(page, "Set up") },
  {
    name: "export",
    go: async (page) => {
      await show(page, "Export");
      // What is in the file is worked out first.
      await page.getByRole("radio", { name: /^Payloads \d/ }).waitFor({ state: "attached" });
    },
  },
  {
    name: "explain",
    go: async (page) => {
      await show(page, "Explain");
      // What can be explained is counted once it is read.
      await page.getByRole("radio", { name: /^Situations [1-9]/ }).waitFor({ state: "attached" });
    },
  },
  { name: "sign-ins", go: (page) => show(page, "Sign-ins") },
  { name: "test", go: (page) => show(page, "Test") },
  {
    name: "policies",
    go: async (page) => {
      await goTo(page, "Conditional Access");
      await page.getByRole("button", { name: /^Location: / }).click();
    },
  },
];

test("no field shows what was not stored when the app is gone, and none takes more", async ({
  unopened: { page },
}) => {
  // Every field of every screen, three times.
  test.slow();
  const host = await startApp();
  await page.goto(host.url);
  await startScenario(page, /MFA on all resources/);
  await pickAccount(page);
  await goTo(page, "Sign-ins");
  const add = page.getByRole("button", { name: "Add files…" });
  const buffer = Buffer.from(JSON.stringify(log));
  await chooseFiles(page, () => add.click(), { name: "log.json", mimeType: "application/json", buffer });
  await page.getByRole("grid", { name: "Sign-ins" }).waitFor();
  const stored = new Map<string, readonly FieldState[]>();
  for (const { name, go } of places) {
    await go(page);
    await page
      .locator("[data-pane=main] :is(input:not([type=file]), textarea)")
      .first()
      .waitFor({ state: "attached" });
    stored.set(name, await readFields(page));
    await page.keyboard.press("Escape");
  }
  await goTo(page, "Profile");
  await page.getByRole("radio", { name: "Split" }).click({ force: true });
  const editor = page.locator(".cm-content");
  await editor.click();
  const calls = await holdCalls(page);
  await page.keyboard.type("<");
  const changed = new Map<string, number>();
  for (const [index, { name, go }] of places.entries()) {
    if (index > 0) await page.keyboard.press("Escape");
    await go(page);
    changed.set(name, await changeFields(page));
  }
  const notStored = (name: string, fields: readonly FieldState[]) => {
    const before = new Map(stored.get(name)?.map(({ key, value }) => [key, value]));
    return fields.filter(({ key, value, isMarked }) => !isMarked && before.get(key) !== value);
  };
  host.freeze();
  await page.locator(".silent-host").waitFor();
  for (const [index, { name, go }] of [...places].reverse().entries()) {
    if (index > 0) {
      await page.keyboard.press("Escape");
      await go(page);
    }
    expect(changed.get(name), name).toBeGreaterThan(0);
    expect(
      notStored(name, await readFields(page)),
      `fields of ${name} that show what was not stored, while the app hangs`,
    ).toEqual([]);
  }
  await expect(page.locator(".source-state")).toContainText("not stored yet");
  // They come to an app that hangs, and end with it.
  await calls.goOn();
  await host.kill();
  await page.locator(".gone-host").waitFor();
  for (const [index, { name, go }] of places.entries()) {
    if (index > 0) {
      await page.keyboard.press("Escape");
      await go(page);
    }
    const fields = await readFields(page);
    expect(
      fields.filter(({ takes }) => takes),
      `fields of ${name} that still take something`,
    ).toEqual([]);
    expect(notStored(name, fields), `fields of ${name} that show what was not stored`).toEqual([]);
  }
  await page.keyboard.press("Escape");
  await goTo(page, "Profile");
  await expect(editor).toHaveAttribute("contenteditable", "false");
  await expect(page.locator(".source-state")).toContainText("This was not stored.");
  await expectBothLooks(page, "gone-host-profile");
});
