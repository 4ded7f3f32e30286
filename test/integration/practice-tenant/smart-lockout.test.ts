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
    const practice = await start("no-mfa", strict, () => now);
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
});
