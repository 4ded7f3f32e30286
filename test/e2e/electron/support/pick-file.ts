import type { Page } from "playwright";

/**
 * Fills the file field behind a button as the system's dialog does: only then does the file have a place on the disk, which Playwright's
 * own way of giving files does not tell the stand-in.
 *
 * @param field selects the one `input` of type `file`
 */
export async function pickFile(page: Page, field: string, path: string): Promise<void> {
  const cdp = await page.context().newCDPSession(page);
  const expression = `document.querySelector(${JSON.stringify(field)})`;
  const { result } = await cdp.send("Runtime.evaluate", { expression });
  await cdp.send("DOM.setFileInputFiles", { objectId: result.objectId ?? "", files: [path] });
}
