import { findJsonFault } from "../json/find-fault.ts";
import type { LineEntry } from "./read-line.ts";
import { readTime } from "./read-time.ts";

/** `log show` writes flat objects of a few dozen members; only a back trace goes deeper. */
const limits = { depth: 16, values: 4000 } as const;

/**
 * Reads one object of `log show --style json` or `ndjson`: `timestamp`, `eventMessage`, `subsystem`, `processImagePath`. Null for
 * an object that is no message of a log.
 */
export function readObject(text: string): LineEntry | null {
  if (findJsonFault(text, limits) !== null) return null;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
  const members = new Map<string, unknown>(Object.entries(value));
  const message = members.get("eventMessage");
  const timestamp = textOf(members, "timestamp");
  const time = timestamp === null ? null : readTime(timestamp);
  if (typeof message !== "string" || time === null) return null;
  return {
    format: "json",
    at: time.at,
    process: textOf(members, "processImagePath")?.split("/").at(-1) ?? null,
    subsystem: textOf(members, "subsystem"),
    message,
  };
}

function textOf(members: ReadonlyMap<string, unknown>, name: string): string | null {
  const value = members.get(name);
  return typeof value === "string" && value !== "" ? value : null;
}
