/**
 * Does the same work as often as it is asked for, one after the other: what takes long does not end after what was asked for
 * later. A failure is the asker's own; the next is done all the same.
 */
export function inTurn(work: () => Promise<void>): () => Promise<void> {
  let last: Promise<void> = Promise.resolve();
  return () => {
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    return mine;
  };
}
