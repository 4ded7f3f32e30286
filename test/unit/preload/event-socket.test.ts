import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { listen } from "../../../preload/browser/event-socket.ts";
import type { Problem } from "../../../preload/contract.ts";

/** The sockets that the page has opened, the last one last. */
let sockets: EventTarget[] = [];

beforeEach(() => {
  sockets = [];
  vi.useFakeTimers();
  vi.stubGlobal("location", { host: "127.0.0.1:1", reload: () => undefined });
  vi.stubGlobal("document", { hidden: false });
  vi.stubGlobal(
    "WebSocket",
    class extends EventTarget {
      static readonly OPEN = 1;
      readonly readyState = 3;
      constructor() {
        super();
        sockets.push(this);
      }
    },
  );
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const happens = (name: string) => sockets.at(-1)?.dispatchEvent(new Event(name));
const stopped: Problem = { code: "host-gone", title: "Latchkey has stopped.", detail: "", fix: "" };

/** A page whose channel of events is open. */
function openPage(...answers: readonly (Problem | null | Promise<never>)[]) {
  const told = { gone: 0, missed: 0, asked: 0 };
  const nothing = () => undefined;
  void listen("bearer", {
    order: { opened: nothing, heard: nothing, closed: nothing, after: async () => undefined },
    message: nothing,
    silence: nothing,
    gone: () => {
      told.gone += 1;
    },
    missed: () => {
      told.missed += 1;
    },
    whyRefused: async () => {
      told.asked += 1;
      return answers[told.asked - 1] ?? null;
    },
  });
  happens("open");
  return told;
}

/** What follows without any timer. */
const atOnce = async () => {
  for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
};

it.each([100, 999, 1000, 60_000])(
  "an app that ends %i ms after the page came is said to be gone without a timer",
  async (lived) => {
    const told = openPage(stopped);
    await vi.advanceTimersByTimeAsync(lived);
    happens("close");
    await atOnce();
    // A channel that lived long is opened again at once, and only that it is refused makes the page ask.
    if (sockets.length === 2) happens("close");
    await atOnce();
    expect(told).toEqual({ gone: 1, missed: 0, asked: 1 });
  },
);

it("an app that lives and closes the channel at once is asked, and the channel opened again a second later", async () => {
  const told = openPage(null);
  happens("close");
  await atOnce();
  expect([told, sockets.length]).toEqual([{ gone: 0, missed: 0, asked: 1 }, 1]);
  await vi.advanceTimersByTimeAsync(1000);
  expect(sockets.length).toBe(2);
  happens("open");
  expect(told.missed).toBe(1);
});

it("a question that is never answered is asked anew, so that an app that ended is said to be gone", async () => {
  const told = openPage(new Promise<never>(() => undefined), stopped);
  happens("close");
  await vi.advanceTimersByTimeAsync(9_999);
  expect([told, sockets.length]).toEqual([{ gone: 0, missed: 0, asked: 1 }, 1]);
  await vi.advanceTimersByTimeAsync(1_001);
  expect(sockets.length).toBe(2);
  happens("close");
  await atOnce();
  expect(told).toEqual({ gone: 1, missed: 0, asked: 2 });
});
