/** What the Profile screen shows whole at every width of the window, and what it shows only when somebody comes near. */
import type { Locator, Page } from "playwright";
import { expect, test } from "../support/fixtures.ts";
import { expectBothLooks } from "./helpers/looks.ts";
import { contosoFile, openFile } from "./helpers/steps.ts";

const widths = [1024, 1100, 1180, 1280, 1440];

const editor = (page: Page) => page.getByRole("textbox", { name: "Source text" });

/** Those that hold more than they show, each by its words. */
function cutIn(all: Locator): Promise<readonly string[]> {
  return all.evaluateAll((elements) =>
    elements
      .flatMap((element) => [element, ...element.querySelectorAll("*")])
      .filter((one) => !one.matches(".visually-hidden") && getComputedStyle(one).display !== "inline")
      .filter((one) => one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1)
      .map((one) => one.textContent ?? ""),
  );
}

/** Those whose words take more than one line. */
function brokenIn(all: Locator): Promise<readonly string[]> {
  return all.evaluateAll((elements) =>
    elements
      .filter((element) => {
        const words = document.createRange();
        words.selectNodeContents(element);
        return words.getBoundingClientRect().height > 24;
      })
      .map((element) => element.textContent ?? ""),
  );
}

test("no name of a key that is not set, no reason of a finding and no line of the source is cut, at any width", async ({
  app: { page },
}) => {
  await openFile(page, contosoFile);
  await page.getByRole("tab", { name: /^Connect/ }).click();
  await editor(page).waitFor();
  const keys = page.locator(".unset-path");
  const said = page.getByRole("region", { name: "Findings" }).locator(".finding-said > *");
  for (const width of widths) {
    await page.setViewportSize({ width, height: 820 });
    await test.step(`${width}`, async () => {
      expect(await keys.count()).toBeGreaterThan(20);
      await expect.poll(() => cutIn(keys)).toEqual([]);
      expect(await brokenIn(keys)).toEqual([]);
      expect(await cutIn(said)).toEqual([]);
      const places = said.and(page.getByRole("button"));
      expect(await brokenIn(places)).toEqual([]);
      const isScrolled = () =>
        editor(page).evaluate((content) => {
          const scroller = content.closest(".cm-scroller");
          return scroller === null || scroller.scrollWidth > scroller.clientWidth;
        });
      await expect.poll(isScrolled).toBe(false);
    });
  }
});

test("a line of the source that goes on begins below its own beginning, and has one number", async ({
  app: { page },
}) => {
  await page.setViewportSize({ width: 1024, height: 700 });
  await openFile(page, contosoFile);
  const line = editor(page).locator(".cm-line", { hasText: "api://44444444" });
  const measure = (element: Element) => {
    const words = document.createRange();
    words.selectNodeContents(element);
    const blanks = element.querySelector(".source-indent");
    if (blanks !== null) words.setStartAfter(blanks);
    const rows = [...words.getClientRects()];
    const top = Math.min(...rows.map((row) => row.top));
    return {
      height: element.getBoundingClientRect().height,
      first: Math.min(...rows.filter((row) => row.top < top + 8).map(({ left }) => left)),
      next: Math.min(...rows.filter((row) => row.top > top + 8).map(({ left }) => left)),
      blanks: blanks?.getBoundingClientRect().right ?? 0,
    };
  };
  // The editor draws its lines anew until it has measured and coloured them: one that it has just taken away has no height.
  await expect(async () => {
    const measured = await line.evaluate(measure);
    expect(measured.height).toBeGreaterThan(17 * 2 - 1);
    expect(measured.next).toBeGreaterThan(measured.first);
    expect(measured.next).toBeLessThan(measured.first + 20);
    // The blanks stand in front of the words and nowhere else.
    expect(Math.abs(measured.blanks - measured.first)).toBeLessThan(2);
  }).toPass();
  const numbers = () =>
    editor(page).evaluate((content) => {
      const scroller = content.closest(".cm-scroller");
      const lines = [...content.querySelectorAll(".cm-line")].map((one) => one.getBoundingClientRect().top);
      const numbers = [...(scroller?.querySelectorAll(".cm-lineNumbers .cm-gutterElement") ?? [])]
        .map((one) => one.getBoundingClientRect())
        .filter(({ height }) => height > 0)
        .map(({ top }) => top);
      return lines.every((top, index) => Math.abs(top - (numbers[index] ?? 0)) < 1);
    });
  await expect.poll(numbers).toBe(true);
  // Typed into the part that has gone on, it is the same line.
  await line.click();
  await page.keyboard.press("End");
  await page.keyboard.press("End");
  await page.keyboard.type("<!-- end -->");
  await expect(editor(page).locator(".cm-line", { hasText: "api://44444444" })).toContainText(
    "</string><!-- end -->",
  );
});

test("that the Tab key leaves the source is seen while the source has the focus", async ({
  app: { page },
}) => {
  await openFile(page, contosoFile);
  const leaving = page.getByText("The Tab key leaves the source");
  await editor(page).waitFor();
  await expect(leaving).toHaveCSS("opacity", "0");
  await editor(page).focus();
  await expect(leaving).toHaveCSS("opacity", "1");
  await page.keyboard.press("Tab");
  await expect(leaving).toHaveCSS("opacity", "0");
});

test("a key that is not set is quiet: a dash where no default is known, and the edge of Add comes with pointer and focus", async ({
  app: { page },
}) => {
  await openFile(page, contosoFile);
  const discovery = page.locator('[data-field="discovery-url"]');
  await expect(discovery.locator(".unset-default")).toHaveText("–no known default");
  await page.getByRole("tab", { name: /^Connect/ }).click();
  const row = page.locator('[data-unset="SignIn.RequireSignIn"]');
  await expect(row.locator(".unset-default")).toHaveText("–no known default");
  const add = row.getByRole("button", { name: /^Add / });
  const bare = "rgba(0, 0, 0, 0)";
  await expect(add).toHaveCSS("border-top-color", bare);
  await row.hover();
  await expect(add).not.toHaveCSS("border-top-color", bare);
  await page.getByRole("searchbox").hover();
  await expect(add).toHaveCSS("border-top-color", bare);
  await add.focus();
  await expect(add).not.toHaveCSS("border-top-color", bare);
  await page.emulateMedia({ contrast: "more" });
  await page.getByRole("searchbox").focus();
  await expect(add).not.toHaveCSS("border-top-color", bare);
  await page.emulateMedia({ contrast: "no-preference" });
  await expectBothLooks(page, "profile-quiet");
});

test("two domains that differ: none is chosen until somebody decides, and the press puts that value into both", async ({
  app: { page },
}) => {
  for (const width of [1440, 1180, 1024]) {
    await page.setViewportSize({ width, height: 820 });
    if (width === 1440) await openFile(page, contosoFile);
    const tenant = page.locator('[data-field="tenant"]');
    const use = tenant.getByRole("button", { name: /^Use for both/ });
    const other = tenant.getByRole("button", { name: /^Set each/ });
    if (width === 1440) {
      await expect(tenant.getByRole("radio", { checked: true })).toHaveCount(0);
      await expect(use).toBeDisabled();
    }
    const before = await other.boundingBox();
    await tenant.getByRole("radio", { name: /^3333.*com\.jamf\.connect\.login: login window$/ }).check({
      force: true,
    });
    await expect(use).toHaveAccessibleName("Use for both: the login window's");
    await tenant.getByRole("radio", { name: /com\.jamf\.connect: menu bar/ }).check({ force: true });
    await expect(use).toHaveAccessibleName("Use for both: the menu bar's");
    await expect(use).toBeEnabled();
    // Nothing moves when the choice changes, and all that can be done is in one row.
    expect(await other.boundingBox()).toEqual(before);
    const tops = await tenant
      .locator(".differs-acts > button")
      .evaluateAll((buttons) => buttons.map((button) => button.getBoundingClientRect().top));
    expect(new Set(tops).size, `${width}`).toBe(1);
  }
  const tenant = page.locator('[data-field="tenant"]');
  await tenant.getByRole("button", { name: "Use for both: the menu bar's" }).click();
  await expect(tenant.getByRole("textbox", { name: "Tenant" })).toHaveValue("contoso.com");
  await expect(tenant).toContainText("goes to com.jamf.connect.login › OIDCTenant and");
});
