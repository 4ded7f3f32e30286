import type { Page, Route } from "playwright";

/** Calls of the page that are on their way and do not arrive. */
export type HeldCalls = {
  /** They arrive, and so do those that follow. */
  readonly goOn: () => Promise<void>;
};

/**
 * Lets calls hang as a busy app does, while the app gives signs of life: fields can be changed, and nothing of it is answered.
 * What describes the app goes through, so that a page that asks whether there is one is told.
 */
export async function holdCalls(page: Page): Promise<HeldCalls> {
  const held: Route[] = [];
  const calls = /\/call\/(?!app\.describe)/;
  await page.route(calls, (route) => void held.push(route));
  return {
    goOn: async () => {
      await page.unroute(calls);
      // The app may be gone by then.
      await Promise.all(held.map((route) => route.continue().catch(() => undefined)));
    },
  };
}
