/** How often the page asks the app for a sign of life. */
export const beatMs = 250;

/** Questions in a row without a sign of life, after which the app counts as silent: no more than a second after the last sign. */
const mostMissed = 3;

/** A beat that comes later than this says that the page itself stood still, or the machine slept. */
const lateMs = 2 * beatMs;

/** Whether the app answers. It is asked again and again, because a process that hangs leaves its connection open. */
export type Heartbeat = {
  /** Asks, and judges what has come since the question before. */
  readonly beat: () => void;
  /** Something has come from the app. */
  readonly heard: () => void;
  /** The page is not looked at: a browser slows its clock down, and nothing can be judged by it. */
  readonly rest: () => void;
};

/**
 * Judges by beats that came in time only: while the page itself was busy, throttled or asleep, answers may wait unread, and
 * that says nothing about the app.
 *
 * @param now monotonic, in milliseconds
 * @param ask asks the app for a sign of life
 * @param tell told when the app falls silent, and when it answers again
 */
export function createHeartbeat(
  now: () => number,
  ask: () => void,
  tell: (isSilent: boolean) => void,
): Heartbeat {
  let last = Number.NEGATIVE_INFINITY;
  let isAsked = false;
  let missed = 0;
  let isSilent = false;
  return {
    beat: () => {
      const at = now();
      const isInTime = at - last < lateMs;
      last = at;
      missed = isInTime && isAsked ? missed + 1 : 0;
      if (missed >= mostMissed && !isSilent) {
        isSilent = true;
        tell(true);
      }
      isAsked = true;
      ask();
    },
    heard: () => {
      isAsked = false;
      missed = 0;
      if (isSilent) {
        isSilent = false;
        tell(false);
      }
    },
    rest: () => {
      last = Number.NEGATIVE_INFINITY;
    },
  };
}
