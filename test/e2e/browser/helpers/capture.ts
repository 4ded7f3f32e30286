import { join } from "node:path";
import type { Page } from "playwright";

/** Saves a picture of the page where `LATCHKEY_SCREENSHOTS` names a folder; does nothing otherwise. */
export async function capture(page: Page, name: string): Promise<void> {
  const folder = process.env["LATCHKEY_SCREENSHOTS"];
  if (folder !== undefined && folder !== "") {
    await page.screenshot({ path: join(folder, `${name}.png`), animations: "disabled" });
  }
}
