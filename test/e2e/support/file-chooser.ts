import type { FileChooser, Page } from "playwright";

type Files = Parameters<FileChooser["setFiles"]>[0];

/** Does what makes a page ask for files, and gives back what stands in for the system's dialog. */
export async function fileChooser(page: Page, open: () => Promise<unknown>): Promise<FileChooser> {
  const asked = page.waitForEvent("filechooser");
  // Keys and clicks reach a page by another way than the order to keep the system's dialog shut, and a busy machine lets them
  // be first: no dialog comes then. This comes by the way of the order, so after it.
  await page.evaluate(() => null);
  const [chooser] = await Promise.all([asked, open()]);
  return chooser;
}

/** Does what makes a page ask for files, and chooses these. */
export async function chooseFiles(page: Page, open: () => Promise<unknown>, files: Files): Promise<void> {
  await (await fileChooser(page, open)).setFiles(files);
}
