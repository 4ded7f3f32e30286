/** A step on the time line: when it started and how long it took (or takes so far), in milliseconds. */
export type BarInput = { readonly startedAtMs: number; readonly ms: number };

/** Where a bar stands in its track, in percent of the track's width. */
export type Bar = { readonly left: number; readonly width: number };

/**
 * Puts all steps of a run on one scale, so that their lengths compare and each starts where the one before ended.
 * Bars never leave the track; a run of no length gives bars of no width at the start.
 */
export function layOutBars(steps: readonly BarInput[]): readonly Bar[] {
  const start = Math.min(...steps.map((step) => step.startedAtMs));
  const end = Math.max(...steps.map((step) => step.startedAtMs + Math.max(0, step.ms)));
  const span = end - start;
  return steps.map((step) =>
    span <= 0
      ? { left: 0, width: 0 }
      : { left: ((step.startedAtMs - start) / span) * 100, width: (Math.max(0, step.ms) / span) * 100 },
  );
}
