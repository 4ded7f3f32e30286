import type { Page } from "playwright";
import type { CallName, CallOutput, EventName, EventPayload, Problem } from "../../../../preload/contract.ts";

/** Answers of a made-up host, by call; what is missing is answered with null. */
export type FakeAnswers = { readonly [N in CallName]?: CallOutput<N> | { readonly problem: Problem } };

/**
 * Puts a made-up `window.latchkey` into the page before it loads, so that any state can be shown without bringing it
 * about. What is asked is kept in `window.fakeSent`.
 */
export async function installFakeHost(page: Page, answers: FakeAnswers): Promise<void> {
  const plain: Record<string, unknown> = {
    "test.running": [],
    "test.brokenOff": [],
    "keys.catalogue": [],
    ...answers,
  };
  const described = answers["app.describe"];
  const isInBrowser =
    described === undefined || "problem" in described || !described.capabilities.canShowFileDialogs;
  await page.addInitScript(
    ([table, isInBrowser]: readonly [Record<string, unknown>, boolean]) => {
      const listeners = new Map<string, Set<(payload: unknown) => void>>();
      const sent: unknown[] = [];
      // The page chooses the ids of its runs: run-1, run-2 and so on. In a browser its first id is that of the tab.
      let ids = isInBrowser ? -1 : 0;
      const nextId = () => {
        ids += 1;
        return ids === 0 ? "tab" : `run-${ids}`;
      };
      Object.defineProperty(crypto, "randomUUID", { value: nextId });
      const call = async (name: string, input: unknown) => {
        sent.push({ name, input });
        const answer = table[name] ?? null;
        const isProblem = typeof answer === "object" && answer !== null && "problem" in answer;
        return isProblem ? { ok: false, ...answer } : { ok: true, value: answer };
      };
      const on = (name: string, listener: (payload: unknown) => void) => {
        const set = listeners.get(name) ?? new Set();
        listeners.set(name, set.add(listener));
        return () => set.delete(listener);
      };
      const emit = (name: string, payload: unknown) => {
        for (const listener of listeners.get(name) ?? []) listener(payload);
      };
      const giveFile = async (file: File) => ({ ok: true, value: file.name });
      const takeFile = async () => ({ ok: true, value: new Uint8Array() });
      Object.assign(window, { latchkey: { call, on, giveFile, takeFile }, fakeEmit: emit, fakeSent: sent });
    },
    [plain, isInBrowser] as const,
  );
}

/** Announces an event of the made-up host. */
export async function emit<E extends EventName>(
  page: Page,
  name: E,
  payload: EventPayload<E>,
): Promise<void> {
  const message: { readonly name: string; readonly payload: unknown } = { name, payload };
  await page.evaluate((told) => {
    const { fakeEmit } = window as unknown as { fakeEmit: (name: unknown, payload: unknown) => void };
    fakeEmit(told.name, told.payload);
  }, message);
}
