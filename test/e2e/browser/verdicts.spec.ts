import type { Outcome } from "../../../preload/contract.ts";
import { expect, test } from "../support/fixtures.ts";
import { emit } from "./fakes/fake-host.ts";
import { openTestScreen, startCheck, startLogin } from "./fakes/open-test-screen.ts";
import { results } from "./fakes/results.ts";
import { expectNoAxeFault } from "./helpers/axe.ts";
import { capture } from "./helpers/capture.ts";

const outcomes = Object.keys(results) as Outcome[];

for (const outcome of outcomes) {
  test(`the verdict card of ${outcome} opens with the sentence and says what Jamf Connect does`, async ({
    unopened,
  }) => {
    const { page, url } = unopened;
    const result = results[outcome];
    await openTestScreen(page, url);
    await (result.kind === "oidc" ? startLogin(page) : startCheck(page));
    await emit(page, "test.finished", { runId: "run-1", result });
    const card = page.getByRole("region", { name: "Verdict" });
    await expect(card.getByRole("heading")).toHaveText(result.sentence);
    await expect(card).toContainText(result.jamfConnect.why);
    await expect(page.getByRole("status").filter({ hasText: result.sentence })).toBeAttached();
    const code = result.error?.code;
    if (code !== undefined) await expect(card).toContainText(`AADSTS${code}`);
    await capture(page, `verdict-${outcome}`);
    await expectNoAxeFault(page);
  });
}

test("the verdict of 50076 reads well in the dark", async ({ unopened }) => {
  const { page, url } = unopened;
  await page.emulateMedia({ colorScheme: "dark" });
  await openTestScreen(page, url);
  await startCheck(page);
  await emit(page, "test.finished", { runId: "run-1", result: results["password-correct"] });
  await expect(page.getByRole("region", { name: "Verdict" })).toBeVisible();
  await capture(page, "verdict-password-correct-dark");
  await expectNoAxeFault(page);
});
