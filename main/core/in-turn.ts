/** Does work one after the other, in the order in which it was given. A failure is the giver's own; the next is done all the same. */
export type Turns = <T>(work: () => Promise<T>) => Promise<T>;

/** Makes a queue of its own. */
export function createTurns(): Turns {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    return mine;
  };
}

/** Does the same work as often as it is asked for, one after the other: what takes long does not end after what was asked for later. */
export function inTurn(work: () => Promise<void>): () => Promise<void> {
  const turns = createTurns();
  return () => turns(work);
}
