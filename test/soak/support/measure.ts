import { readdirSync, readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** What a process holds. Both figures are compared before and after the same work; times never are. */
export type Held = { readonly megabytes: number; readonly descriptors: number };

/** The heap of this process after everything that can go has gone, and its open descriptors. */
export async function ownHeld(): Promise<Held> {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  for (let round = 0; round < 5; round += 1) {
    collect();
    await pause(50);
  }
  return { megabytes: process.memoryUsage().heapUsed / 1024 / 1024, descriptors: descriptorsOf(process.pid) };
}

/** Resident memory and open descriptors of another process. */
export function heldBy(pid: number): Held {
  const [, kilobytes = "0"] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
  return { megabytes: Number(kilobytes) / 1024, descriptors: descriptorsOf(pid) };
}

function descriptorsOf(pid: number): number {
  return readdirSync(`/proc/${pid}/fd`).length;
}

/** Waits until a figure is small enough, and gives it; what never gets there is given after twenty seconds. */
export async function settled(figure: () => number, enough: number): Promise<number> {
  for (let round = 0; round < 200 && figure() > enough; round += 1) await pause(100);
  return figure();
}

/** Prints one line of what a soak saw. */
export function report(what: string, before: Held, after: Held): void {
  const round = (megabytes: number) => megabytes.toFixed(1);
  console.log(
    `${what}: ${round(before.megabytes)} MB then ${round(after.megabytes)} MB, ${before.descriptors} then ${after.descriptors} descriptors`,
  );
}
