import { join } from "node:path";
import type { Page } from "playwright";

/** The windows that people have: a large screen, a laptop, and the smallest one that the app is made for. */
const sizes = [
  { width: 1440, height: 900 },
  { width: 1180, height: 820 },
  { width: 1024, height: 700 },
];

/** Takes the state that is shown in every size, light and dark; the folder is `LATCHKEY_SCREENSHOTS`, or `pictures`. */
export async function take(page: Page, name: string): Promise<void> {
  const folder = process.env["LATCHKEY_SCREENSHOTS"] ?? "pictures";
  // What was typed or pressed last would have the focus ring in one picture and not in the next.
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.mouse.move(0, 0);
  for (const size of sizes) {
    await page.setViewportSize(size);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      const path = join(folder, `${name}-${size.width}-${colorScheme}.png`);
      await page.screenshot({ path, animations: "disabled" });
    }
  }
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  await wide(page);
}

/** The window in which states are brought about. */
export function wide(page: Page): Promise<void> {
  return page.setViewportSize({ width: 1440, height: 900 });
}
