import { expect, test } from "vitest";
import { inTurn } from "../../../main/core/in-turn.ts";

test("work that takes long is not overtaken by what was asked for later", async () => {
  const ends: (() => void)[] = [];
  const begun: number[] = [];
  const ask = inTurn(() => {
    begun.push(begun.length);
    return new Promise<void>((resolve) => ends.push(resolve));
  });
  const both = [ask(), ask()];
  await Promise.resolve();
  expect(begun).toEqual([0]);
  ends[0]?.();
  await both[0];
  await Promise.resolve();
  expect(begun).toEqual([0, 1]);
  ends[1]?.();
  await both[1];
});

test("after a failure the next is done all the same", async () => {
  let times = 0;
  const ask = inTurn(async () => {
    times += 1;
    if (times === 1) throw new TypeError("once");
  });
  const [first, second] = [ask(), ask()];
  await expect(first).rejects.toThrow("once");
  await second;
  expect(times).toBe(2);
});
