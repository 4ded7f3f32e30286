import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createCallOrder } from "../../../../main/hosts/browser/call-order.ts";
import { assertProperty } from "../../../support/assert-property.ts";

const page = "3a808e29-c329-4cc3-a004-8f31ef2a8620";
const otherPage = "5b294fc9-6004-48f5-acf9-212c2ce8f281";

function bench() {
  const order = createCallOrder();
  const begun: string[] = [];
  const come = (turn: string | undefined, name = turn ?? "") =>
    order.inTurn(turn, async () => {
      begun.push(name);
      return name;
    });
  return { begun, come };
}

describe("calls of one page", () => {
  it("begin in the order in which they were made, whatever order they come in", () =>
    assertProperty(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 30 }).chain((count) => {
          const numbers = Array.from({ length: count }, (_, number) => number);
          return fc.shuffledSubarray(numbers, { minLength: count, maxLength: count });
        }),
        async (numbers) => {
          const { begun, come } = bench();
          const answers = await Promise.all(
            numbers.map((number) => come(`${page} ${number}`, String(number))),
          );
          expect(begun).toEqual(numbers.toSorted((a, b) => a - b).map(String));
          expect(answers).toEqual(numbers.map(String));
        },
      ),
    ));

  it("begin behind what the one before does at once, and do not wait for its answer", async () => {
    const order = createCallOrder();
    const begun: string[] = [];
    let answer: (text: string) => void = () => undefined;
    const second = order.inTurn(`${page} 1`, async () => void begun.push("second"));
    const first = order.inTurn(`${page} 0`, async () => {
      begun.push("first");
      return new Promise<string>((resolve) => {
        answer = resolve;
      });
    });
    await second;
    expect(begun).toEqual(["first", "second"]);
    answer("late");
    expect(await first).toBe("late");
  });

  it("keep no other page waiting, nor a call without a number", async () => {
    const { begun, come } = bench();
    void come(`${page} 1`);
    await come(`${otherPage} 0`);
    for (const none of [undefined, "", "0", `${page}`, `${page} x`, `${page} -1`, "x".repeat(36)]) {
      await come(none, "without");
    }
    expect(begun).toEqual([`${otherPage} 0`, ...Array.from({ length: 7 }, () => "without")]);
  });

  it("are all answered where two have one number", async () => {
    const { begun, come } = bench();
    const both = [come(`${page} 1`, "one"), come(`${page} 1`, "again")];
    await come(`${page} 0`, "first");
    expect(await Promise.all(both)).toEqual(["one", "again"]);
    expect(begun).toEqual(["first", "one", "again"]);
  });

  it("go on where one fails", async () => {
    const order = createCallOrder();
    const second = order.inTurn(`${page} 1`, async () => "second");
    await expect(order.inTurn(`${page} 0`, () => Promise.reject(new Error("failed")))).rejects.toThrow();
    expect(await second).toBe("second");
  });
});

describe("a call that never comes", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("keeps those behind it for ten seconds, once, and they still begin in their order", async () => {
    const { begun, come } = bench();
    void come(`${page} 3`, "3");
    void come(`${page} 1`, "1");
    await vi.advanceTimersByTimeAsync(9999);
    expect(begun).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(begun).toEqual(["1", "3"]);
    await come(`${page} 4`, "4");
    await come(`${page} 2`, "2");
    await come(`${page} 0`, "0");
    expect(begun).toEqual(["1", "3", "4", "2", "0"]);
  });
});
