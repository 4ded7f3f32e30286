import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createEventOrder } from "../../../preload/browser/event-order.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Whether what waits for so many events has gone on. */
function waiter(order: ReturnType<typeof createEventOrder>, told: number): () => Promise<boolean> {
  let isThrough = false;
  void order.after(told).then(() => {
    isThrough = true;
  });
  return async () => {
    await vi.advanceTimersByTimeAsync(0);
    return isThrough;
  };
}

describe("an answer", () => {
  it("waits for the events that were told before it, and for no later one", async () => {
    const order = createEventOrder();
    order.opened(7);
    const [now, next, third] = [waiter(order, 7), waiter(order, 8), waiter(order, 9)];
    expect([await now(), await next(), await third()]).toEqual([true, false, false]);
    order.heard();
    expect([await next(), await third()]).toEqual([true, false]);
    order.heard();
    expect(await third()).toBe(true);
  });

  it("goes on where the channel closes, and where there is none", async () => {
    const order = createEventOrder();
    expect(await waiter(order, 3)()).toBe(true);
    order.opened(3);
    const next = waiter(order, 4);
    expect(await next()).toBe(false);
    order.closed();
    expect(await next()).toBe(true);
    order.opened(10);
    expect(await waiter(order, 10)()).toBe(true);
  });

  it("is not kept for good by an event that never comes", async () => {
    const order = createEventOrder();
    order.opened(0);
    const next = waiter(order, 1);
    expect(await next()).toBe(false);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await next()).toBe(true);
  });
});
