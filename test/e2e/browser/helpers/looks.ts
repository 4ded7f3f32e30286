import type { Page } from "playwright";
import { expectNoAxeFault } from "./axe.ts";
import { capture } from "./capture.ts";

/**
 * Looks at the state in light and in dark: axe finds nothing, in dark by the rules that colours decide about. A picture of
 * each is kept where one is asked for.
 */
export async function expectBothLooks(page: Page, name: string): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await capture(page, `${name}-${colorScheme}`);
    await expectNoAxeFault(page, colorScheme === "light" ? "everything" : "colours");
  }
  await page.emulateMedia({ colorScheme: "light" });
}
