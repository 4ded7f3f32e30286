/** A question that may be asked again before it is answered. */
export type Query<Q> = {
  /** Asks; what comes back is kept unless the question was asked again, or dropped, meanwhile. */
  readonly ask: (question: Q) => Promise<void>;
  /** Nobody wants the answer any more. */
  readonly drop: () => void;
  /** Nobody is there who could answer: nothing is asked any more. */
  readonly end: () => void;
};

/**
 * Asks main and keeps the newest answer: one that a later question overtook is about something that is no more.
 *
 * @param keep called with the answer to the newest question, and with that question
 */
export function createQuery<Q, A>(
  ask: (question: Q) => Promise<A>,
  keep: (answer: A, question: Q) => void,
): Query<Q> {
  let newest = 0;
  let isOver = false;
  return {
    ask: async (question) => {
      if (isOver) return;
      newest += 1;
      const mine = newest;
      const answer = await ask(question);
      if (mine === newest) keep(answer, question);
    },
    drop: () => {
      newest += 1;
    },
    end: () => {
      newest += 1;
      isOver = true;
    },
  };
}
