/** How long a verdict may be: one line, two where the window is narrow. Every sentence of the catalogue is measured in the card. */
import { allEntries } from "../../../main/core/verdict/catalogue.ts";
import { sentenceOfEntry } from "../../../main/core/verdict/sentences.ts";
import { headlineOf } from "../../../renderer/text/headline.ts";
import { expect, test } from "../support/fixtures.ts";
import { emit } from "./fakes/fake-host.ts";
import { openTestScreen, startCheck } from "./fakes/open-test-screen.ts";
import { results } from "./fakes/results.ts";
import { capture } from "./helpers/capture.ts";

const titles = [
  ...new Set(
    allEntries().flatMap((entry) =>
      (["ropg", "oidc"] as const).map((kind) => headlineOf(sentenceOfEntry(entry, kind)).title),
    ),
  ),
];

for (const [width, height, most] of [
  [1440, 900, 1],
  [1024, 700, 2],
] as const) {
  test(`every verdict of the catalogue is ${most} line(s) at ${width} px`, async ({
    unopened: { page, url },
  }) => {
    await page.setViewportSize({ width, height });
    await openTestScreen(page, url);
    await startCheck(page);
    await emit(page, "test.finished", { runId: "run-1", result: results["password-correct"] });
    const heading = page.getByRole("region", { name: "Verdict" }).getByRole("heading");
    await expect(heading).toBeVisible();
    await capture(page, `verdict-lines-${width}`);
    const long = await heading.evaluate(
      (node, given) =>
        given.all.filter((text) => {
          node.textContent = text;
          const line = Number.parseFloat(getComputedStyle(node).lineHeight);
          return Math.round(node.getBoundingClientRect().height / line) > given.most;
        }),
      { all: titles, most },
    );
    expect(long).toEqual([]);
  });
}
