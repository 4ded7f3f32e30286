import { describe, expect, test } from "vitest";
import type { PracticeTenant, Tenant } from "../../../main/practice-tenant/index.ts";
import { passwordForm, postToken, start } from "./support.ts";

const strict = (tenant: Tenant): Tenant => ({ ...tenant, smartLockout: { threshold: 3, seconds: 60 } });

async function codes(practice: PracticeTenant, ...passwords: string[]): Promise<unknown[]> {
  const given: unknown[] = [];
  for (const password of passwords) {
    const { body } = await postToken(practice, passwordForm(practice, { password }));
    given.push(Array.isArray(body["error_codes"]) ? body["error_codes"][0] : "tokens");
  }
  return given;
}

const RIGHT = "Practice-Robin-1";

describe("smart lockout", () => {
  test("three different wrong passwords lock, then the right one is refused too", async () => {
    const practice = await start("no-mfa", strict);
    expect(await codes(practice, "a", "b", "c", "d", RIGHT)).toEqual([50126, 50126, 50126, 50053, 50053]);
  });

  test("the same wrong password counts once: a Mac that keeps sending an old one locks nobody", async () => {
    const practice = await start("no-mfa", strict);
    expect(await codes(practice, "old", "old", "old", "old", "old", RIGHT)).toEqual([
      50126,
      50126,
      50126,
      50126,
      50126,
      "tokens",
    ]);
  });

  test("with pass-through authentication the same wrong password counts every time", async () => {
    const practice = await start("pass-through", strict);
    expect(await codes(practice, "old", "old", "old", RIGHT)).toEqual([50126, 50126, 50126, 50053]);
  });

  test("the lock ends after its time, the next failure locks again and for longer", async () => {
    let now = 1_800_000_000_000;
    const practice = await start("no-mfa", strict, { now: () => now });
    expect(await codes(practice, "a", "b", "c", RIGHT)).toEqual([50126, 50126, 50126, 50053]);
    now += 61_000;
    expect(await codes(practice, "d", RIGHT)).toEqual([50126, 50053]);
    now += 61_000;
    expect(await codes(practice, RIGHT)).toEqual([50053]);
    now += 60_000;
    expect(await codes(practice, RIGHT, "e", "f", RIGHT)).toEqual(["tokens", 50126, 50126, "tokens"]);
  });

  test("an answer that demands MFA is no failure", async () => {
    const practice = await start("all-cloud-apps-mfa", strict);
    expect(await codes(practice, RIGHT, RIGHT, RIGHT, RIGHT, RIGHT)).toEqual([
      50076, 50076, 50076, 50076, 50076,
    ]);
  });

  test("a lock-out is seen in the description, and taken back by the account's switch or by a reset", async () => {
    const practice = await start("no-mfa", strict);
    const { username = "" } = practice.description.accounts[0] ?? {};
    const hindrances = () => practice.description.accounts.map((account) => account.hindrances);
    const open = { [username]: { lockedOut: false } };
    await codes(practice, "a", "b", "c");
    expect(hindrances()).toEqual([["locked-out"], []]);
    practice.update({ users: { [username]: { displayName: "Robin" } } });
    expect(await codes(practice, RIGHT)).toEqual([50053]);
    practice.update({ users: open });
    expect(hindrances()).toEqual([[], []]);
    expect(await codes(practice, RIGHT)).toEqual(["tokens"]);

    await codes(practice, "e", "f", "g");
    practice.update({ users: { [username]: { accountEnabled: false, passwordState: "expired" } } });
    expect(hindrances()).toEqual([["disabled", "locked-out", "password-expired"], []]);
    const before = practice.signIns().length;
    practice.reset();
    expect(hindrances()).toEqual([[], []]);
    expect(await codes(practice, RIGHT)).toEqual(["tokens"]);
    expect(practice.signIns()).toHaveLength(before + 1);
  });
});
