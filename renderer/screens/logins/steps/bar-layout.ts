/** The time that a step took, or takes so far, and what passed before it, in milliseconds. */
export type BarInput = { readonly ms: number; readonly gapMs: number };

/** Where a bar stands in its track, in percent of the track's width. */
export type Bar = { readonly left: number; readonly width: number };

/**
 * Puts all steps of a run on one scale of its time: each bar is as long as its number says, and what passed between two of them is
 * left free. Bars never leave the track; a run of no length gives bars of no width at the start.
 */
export function layOutBars(steps: readonly BarInput[]): readonly Bar[] {
  const spent = steps.map(({ ms, gapMs }) => ({ ms: Math.max(0, ms), gapMs: Math.max(0, gapMs) }));
  const total = spent.reduce((sum, { ms, gapMs }) => sum + ms + gapMs, 0);
  if (total === 0) return steps.map(() => ({ left: 0, width: 0 }));
  let before = 0;
  return spent.map(({ ms, gapMs }) => {
    const left = ((before + gapMs) / total) * 100;
    before += gapMs + ms;
    return { left, width: (ms / total) * 100 };
  });
}
