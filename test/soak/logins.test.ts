import { expect, it } from "vitest";
import { runOidc } from "../../main/login/index.ts";
import { loadScenario, startPracticeTenant } from "../../main/practice-tenant/index.ts";
import { realContext } from "../integration/login/context.ts";
import { loginSettings, person } from "../integration/login/support.ts";
import { need } from "../integration/practice-tenant/support.ts";
import { ownHeld, report } from "./support/measure.ts";

const logins = 5_000;
/** What the heap may have grown by, in megabytes: caches of the engine, nothing that grows with the logins. */
const heapSlack = 10;

/** That many logins one after the other, each through the pages with a second factor, at a tenant of its own. */
async function signInAgainAndAgain(times: number): Promise<void> {
  const practice = need(
    await startPracticeTenant({ tenant: need(loadScenario("all-cloud-apps-mfa")).tenant }),
  );
  const settings = loginSettings(practice);
  for (let login = 0; login < times; login += 1) {
    const input = { settings, loginHint: null, via: "browser", signIn: person(practice) } as const;
    const { outcome } = await runOidc(input, realContext());
    if (outcome !== "succeeded") throw new Error(`login ${login} ended as ${outcome}`);
  }
  await practice.stop();
}

it(`${logins} logins in a row leave memory and descriptors as they were`, async () => {
  await signInAgainAndAgain(200);
  const before = await ownHeld();
  await signInAgainAndAgain(logins);
  const after = await ownHeld();
  report(`${logins} logins`, before, after);
  expect(after.megabytes - before.megabytes).toBeLessThan(heapSlack);
  expect(after.descriptors).toBeLessThanOrEqual(before.descriptors + 3);
});
