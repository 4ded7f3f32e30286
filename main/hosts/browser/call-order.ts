/** Begins the calls of each page in the order in which the page made them. */
export type CallOrder = {
  /**
   * @param turn what the page has said of the call ({@link callTurnHeader}); a call without one has no order
   * @param begin makes the call; what it does before it first waits is done ahead of the page's next call
   */
  readonly inTurn: <T>(turn: string | undefined, begin: () => Promise<T>) => Promise<T>;
};

type Page = {
  /** Number of the call that is next. */
  next: number;
  readonly waiting: Map<number, () => void>;
};

/** A call that never comes keeps those behind it no longer than this. */
const longestWaitMs = 10_000;
/** Every load of a tab is a page of its own; of this many, those before are over. */
const mostPages = 256;

/**
 * Requests of one page come by several connections and can overtake each other, so that what a person did last would be done first.
 */
export function createCallOrder(): CallOrder {
  const pages = new Map<string, Page>();
  const pageOf = (id: string): Page => {
    const page = pages.get(id) ?? { next: 0, waiting: new Map() };
    pages.delete(id);
    pages.set(id, page);
    const [oldest] = pages.keys();
    if (pages.size > mostPages && oldest !== undefined) pages.delete(oldest);
    return page;
  };
  return {
    inTurn: async (turn, begin) => {
      const [, id, digits] = /^([0-9a-f-]{36}) (\d{1,9})$/.exec(turn ?? "") ?? [];
      if (id === undefined) return begin();
      const page = pageOf(id);
      const number = Number(digits);
      if (number > page.next) await turnOf(page, number);
      const answer = begin();
      goOn(page, number + 1);
      return answer;
    },
  };
}

function turnOf(page: Page, number: number): Promise<void> {
  return new Promise((resolve) => {
    // A browser may send a request a second time; neither keeps the other from its answer.
    page.waiting.get(number)?.();
    const timer = setTimeout(() => goOn(page, number), longestWaitMs);
    page.waiting.set(number, () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

function goOn(page: Page, next: number): void {
  page.next = Math.max(page.next, next);
  const ready = [...page.waiting.entries()].filter(([number]) => number <= page.next);
  for (const [number, go] of ready.toSorted(([a], [b]) => a - b)) {
    page.waiting.delete(number);
    go();
  }
}
