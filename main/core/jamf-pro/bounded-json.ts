import { readProviderJson } from "../json/read-bounded.ts";

/** The JSON object of an answer, within the limits for everything from outside; null for anything else. */
export function readBoundedJson(text: string): Readonly<Record<string, unknown>> | null {
  const read = readProviderJson(text.replace(/^\ufeff/, "").trim());
  const value = read.ok ? read.value : null;
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value))
    : null;
}
