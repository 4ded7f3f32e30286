/** The outside world of a delivery. Everything comes in here, so that tests can bring real servers and a clock of their own. */
export type JamfProPorts = {
  /** The guarded fetch of the app; does not follow redirections. */
  readonly fetch: typeof fetch;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Resolves after so many milliseconds, at once when the signal is aborted. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Aborting it stops before the next call; a write that is on its way is read back all the same. */
  readonly signal: AbortSignal;
  /** Longest time for one call and its whole answer, in milliseconds; 60 s when left out. */
  readonly callTimeoutMs?: number;
};
