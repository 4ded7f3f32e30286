/** The verdict card of every outcome, on a made-up host. */
import type { Outcome } from "../../../preload/contract.ts";
import { headlineOf } from "../../../renderer/text/headline.ts";
import { expect, test } from "../support/fixtures.ts";
import { emit } from "./fakes/fake-host.ts";
import { openTestScreen, startCheck, startLogin } from "./fakes/open-test-screen.ts";
import { results } from "./fakes/results.ts";
import { expectNoAxeFault } from "./helpers/axe.ts";
import { capture } from "./helpers/capture.ts";

const outcomes = Object.keys(results) as Outcome[];

test("the verdict card of every outcome opens with the sentence and says what Jamf Connect does", async ({
  unopened: { page, url },
}) => {
  await openTestScreen(page, url);
  const card = page.getByRole("region", { name: "Verdict" });
  let runs = 0;
  for (const outcome of outcomes) {
    await test.step(outcome, async () => {
      const result = results[outcome];
      await (result.kind === "oidc" ? startLogin(page) : startCheck(page));
      runs += 1;
      await emit(page, "test.finished", { runId: `run-${runs}`, result });
      await expect(card).toHaveAttribute("data-outcome", outcome);
      const { title, reason } = headlineOf(result.sentence);
      await expect(card.getByRole("heading")).toHaveText(title);
      await expect(card).toContainText(reason);
      // Why it takes an error stands beside what to do about it; the card has what it does.
      const isTaken = result.jamfConnect.accepts === true && outcome !== "succeeded";
      await expect(card).toContainText(isTaken ? "Jamf Connect accepts this." : result.jamfConnect.why);
      await expect(page.getByRole("status").filter({ hasText: result.sentence })).toBeAttached();
      const code = result.error?.code;
      if (code !== undefined) await expect(card).toContainText(`AADSTS${code}`);
      await capture(page, `verdict-${outcome}`);
      await expectNoAxeFault(page);
    });
  }
});
