/** A step with the time that it took, or takes so far, in milliseconds. */
export type BarInput = { readonly ms: number };

/** Where a bar stands in its track, in percent of the track's width. */
export type Bar = { readonly left: number; readonly width: number };

/**
 * Puts all steps of a run on one scale of the time that was spent in them, end to end, so that each bar is as long as its number
 * says; what passed between steps is a number of its own (`TimeParts`). Bars never leave the track; a run of no length gives bars of
 * no width at the start.
 */
export function layOutBars(steps: readonly BarInput[]): readonly Bar[] {
  const spent = steps.map(({ ms }) => Math.max(0, ms));
  const total = spent.reduce((sum, ms) => sum + ms, 0);
  if (total === 0) return steps.map(() => ({ left: 0, width: 0 }));
  let before = 0;
  return spent.map((ms) => {
    const left = (before / total) * 100;
    before += ms;
    return { left, width: (ms / total) * 100 };
  });
}
