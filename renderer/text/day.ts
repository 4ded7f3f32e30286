import { datePart } from "./date-part.ts";
import { formatClock } from "./time.ts";

/** The reader's own day as a heading: `Today`, `Tuesday 17 November`, with its year when that is not this one. */
export function dayTitle(day: Date, today: Date): string {
  return isSameDay(day, today) ? "Today" : `${weekdayOf(day)} ${dateOf(day, today)}`;
}

/** A moment inside a sentence: `today 10:14`, `yesterday 16:20`, `Tuesday, 17 November, 16:20`. */
export function momentInWords(iso: string, now: Date): string {
  const moment = new Date(iso);
  const day = relativeDay(moment, now);
  return day === null
    ? `${weekdayOf(moment)}, ${dateOf(moment, now)}, ${formatClock(iso)}`
    : `${day} ${formatClock(iso)}`;
}

/** A moment where there is little room: `today 10:14`, `yesterday 16:20`, `17 Nov 09:05`, with seconds where they matter. */
export function shortMoment(iso: string, now: Date, withSeconds = false): string {
  const moment = new Date(iso);
  const month = datePart(moment, { month: "short" });
  const day = relativeDay(moment, now) ?? `${moment.getDate()} ${month}${yearOf(moment, now)}`;
  return `${day} ${formatClock(iso, withSeconds)}`;
}

function relativeDay(day: Date, now: Date): "today" | "yesterday" | null {
  if (isSameDay(day, now)) {
    return "today";
  }
  const yesterday = new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1);
  return isSameDay(day, yesterday) ? "yesterday" : null;
}

function isSameDay(a: Date, b: Date): boolean {
  return a.toDateString() === b.toDateString();
}

function weekdayOf(day: Date): string {
  return datePart(day, { weekday: "long" });
}

function dateOf(day: Date, today: Date): string {
  return `${day.getDate()} ${datePart(day, { month: "long" })}${yearOf(day, today)}`;
}

function yearOf(day: Date, today: Date): string {
  return day.getFullYear() === today.getFullYear() ? "" : ` ${day.getFullYear()}`;
}
