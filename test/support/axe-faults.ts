import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type axe from "axe-core";
import type { Page } from "playwright";

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** The rules that colours decide about, by far the dearest. What the others find does not change with a colour scheme. */
const rulesOfColour = ["color-contrast", "link-in-text-block"];

/** The rules that ask for a main landmark and an h1 within reach, which a dialog hides on purpose. */
const rulesOfPageBehindDialog = ["landmark-one-main", "page-has-heading-one"];

/** What is looked for in a state: `colours` or `structure` alone where another look at it has told of the rest. */
export type AxeLook = "everything" | "colours" | "structure";

/**
 * What axe finds wrong on the page as it stands, by the WCAG 2.2 A and AA rules: one line a rule, with the elements.
 * It looks at the one document of a page without frames, which takes a fifth of the time that axe's own Playwright
 * package needs to merge what frames say. Of what lies in the shade of a dialog it cannot tell the colours.
 *
 * @throws on a page with frames
 */
export async function axeFaults(page: Page, look: AxeLook = "everything"): Promise<readonly string[]> {
  if (page.frames().length > 1) throw new Error("The page has frames, which this check does not look into.");
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axeSource());
  return page.evaluate(
    async ({ tags, rulesOfColour, rulesOfPageBehindDialog, look }) => {
      // What still fades in has no colour of its own yet.
      const ending = document
        .getAnimations()
        .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
      await Promise.allSettled(ending.map(({ finished }) => finished));
      const shade = document.querySelector(".dialog-shade");
      const all = { runOnly: { type: "tag", values: tags } } as const;
      const colours = { runOnly: { type: "rule", values: rulesOfColour } } as const;
      // Axe knows a `dialog` by its role, but an `alertdialog` only by the size of what lies under five points of the
      // screen; where that fails it misses the page behind it. Whether a dialog is open is asked of the page instead.
      const left = shade === null ? rulesOfColour : [...rulesOfColour, ...rulesOfPageBehindDialog];
      const structure = { ...all, rules: Object.fromEntries(left.map((rule) => [rule, { enabled: false }])) };
      const runs: [Element | Document, axe.RunOptions][] = [];
      if (look === "everything" && shade === null) runs.push([document, all]);
      else {
        if (look !== "colours") runs.push([document, structure]);
        if (look !== "structure") runs.push([shade ?? document, colours]);
      }
      const faults: string[] = [];
      for (const [where, options] of runs) {
        const { violations } = await window.axe.run(where, { ...options, resultTypes: ["violations"] });
        for (const { id, nodes } of violations)
          faults.push(
            `${id}: ${nodes.map((node) => `${node.target.join(" ")} ${node.failureSummary ?? ""}`).join(" | ")}`,
          );
      }
      return faults;
    },
    { tags, rulesOfColour, rulesOfPageBehindDialog, look },
  );
}

let source: string | null = null;

/** The small edition, which a page reads in half the time. */
function axeSource(): string {
  source ??= readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  return source;
}

declare global {
  interface Window {
    readonly axe: typeof axe;
  }
}
