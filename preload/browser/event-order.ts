/**
 * Lets an answer wait for the events that the app told before it. Both come by connections of their own, and either may be first;
 * what is shown after a call rests on the events of that call.
 */
export type EventOrder = {
  /** The channel is open, and so many events were told before. */
  readonly opened: (told: number) => void;
  readonly heard: () => void;
  readonly closed: () => void;
  /** Resolves once so many events were heard, or none are to be expected any more. */
  readonly after: (told: number) => Promise<void>;
};

/** An answer is worth more than the order: a channel that keeps an event back for so long does not keep the answer. */
const longestWaitMs = 10_000;

export function createEventOrder(): EventOrder {
  /** Null while the channel is closed. */
  let count: number | null = null;
  let waiting: { readonly told: number; readonly go: () => void }[] = [];
  const goOn = () => {
    const ready = waiting.filter(({ told }) => count === null || told <= count);
    waiting = waiting.filter((each) => !ready.includes(each));
    for (const { go } of ready) go();
  };
  const set = (next: number | null) => {
    count = next;
    goOn();
  };
  return {
    opened: set,
    heard: () => set(count === null ? null : count + 1),
    closed: () => set(null),
    after: (told) =>
      new Promise((resolve) => {
        const timer = setTimeout(resolve, longestWaitMs);
        const go = () => {
          clearTimeout(timer);
          resolve();
        };
        waiting.push({ told, go });
        goOn();
      }),
  };
}
