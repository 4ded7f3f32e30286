import type { HourCount } from "../../../preload/contract.ts";

/** One bar of the chart. */
export type Bucket = {
  /** Milliseconds since 1970; the end is not in it. */
  readonly from: number;
  readonly until: number;
  readonly success: number;
  readonly mfa: number;
  readonly failures: number;
  /** Interrupts: neither one nor the other. */
  readonly rest: number;
};

export type Buckets = {
  readonly bars: readonly Bucket[];
  /** How long a bar is, in hours. */
  readonly hours: number;
  /** The log begins before the first bar. */
  readonly isCut: boolean;
};

const hour = 3_600_000;
/** More bars than this cannot be told apart. */
const most = 168;

/**
 * Hours of a report as bars, the empty ones in between included. By the day a longer log is parted into weeks or more; by the hour
 * its last days are shown.
 */
export function bucketsOf(byHour: readonly HourCount[], unit: "hour" | "day"): Buckets {
  const [first] = byHour;
  const last = byHour.at(-1);
  if (first === undefined || last === undefined) return { bars: [], hours: 24, isCut: false };
  const firstTime = Date.parse(first.hour);
  const lastTime = Date.parse(last.hour) + hour - 1;
  const hours = unit === "hour" ? 1 : daysThatFit(firstTime, lastTime) * 24;
  const size = hours * hour;
  const floor = (time: number) => Math.floor(time / size) * size;
  const lastStart = floor(lastTime);
  const begin = Math.max(floor(firstTime), lastStart - (most - 1) * size);
  const bars = Array.from({ length: (lastStart - begin) / size + 1 }, (_, index) => ({
    from: begin + index * size,
    until: begin + (index + 1) * size,
    success: 0,
    mfa: 0,
    failures: 0,
    rest: 0,
  }));
  for (const { hour: at, rows, failures, classes } of byHour) {
    const bar = bars[(floor(Date.parse(at)) - begin) / size];
    if (bar === undefined) continue;
    bar.success += classes.success;
    bar.mfa += classes["password-correct-mfa"];
    bar.failures += failures;
    bar.rest += rows - failures - classes.success - classes["password-correct-mfa"];
  }
  return { bars, hours, isCut: begin > firstTime };
}

/** Days of a bar: one, or as many whole weeks as the bars need. The first and the last bar may be there for an hour only. */
function daysThatFit(firstTime: number, lastTime: number): number {
  const isRoom = (days: number) => {
    const start = (time: number) => Math.floor(time / (days * 24 * hour));
    // Without a time there is nothing to make room for.
    return !(start(lastTime) - start(firstTime) >= most);
  };
  let days = 1;
  while (!isRoom(days)) days = days === 1 ? 7 : days + 7;
  return days;
}

/** Where the lines of the chart's scale stand: round numbers up to the highest bar, three at most. */
export function scaleOf(highest: number): readonly number[] {
  if (highest <= 0) return [0];
  const raw = highest / 2;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = Math.max(1, ([1, 2, 5, 10].find((factor) => factor * power >= raw * 0.6) ?? 10) * power);
  return Array.from({ length: Math.floor(highest / step) + 1 }, (_, index) => index * step);
}
