import { expect, it, vi } from "vitest";
import { watchOtherTabs } from "../../../../renderer/stores/other-tabs.ts";

it("only a tab that came later is told, as long as an older one is there", async () => {
  const told: Record<string, boolean> = {};
  const tab = (id: string) =>
    watchOtherTabs((isSecond) => {
      told[id] = isSecond;
    }, id);
  const ends = [tab("first")];
  ends.push(tab("second"));
  await vi.waitFor(() => expect(told).toEqual({ second: true }));
  // The answers to a third one are for that one.
  ends.push(tab("third"));
  await vi.waitFor(() => expect(told).toEqual({ second: true, third: true }));
  ends[0]?.();
  await vi.waitFor(() => expect(told).toEqual({ second: false, third: true }));
  ends[1]?.();
  await vi.waitFor(() => expect(told).toEqual({ second: false, third: false }));
  ends[2]?.();
});
