import { member } from "../json/member.ts";
import type { RowField } from "./fields.ts";
import { jsonSources } from "./json-shapes.ts";

/** Categories of Azure Monitor that hold sign-ins. */
export const signInCategory = "sign-?in";

/**
 * Whether a record of JSON is a sign-in, by the rule that the reader asks in SQL: it has an error code, and no category that
 * is another's.
 *
 * @returns why it is none; null for a sign-in
 */
export function whyNoSignIn(record: unknown): string | null {
  if (typeof record !== "object" || record === null || Array.isArray(record)) return "It is no record.";
  const category = textOf(record, "category");
  if (category !== null && !new RegExp(signInCategory, "i").test(category)) {
    return `It is of category ${category.slice(0, 60)}, and no sign-in.`;
  }
  const code = textOf(record, "code");
  if (code !== null && /^\s*-?\d{1,10}\s*$/.test(code)) return null;
  if (textOf(record, "outcome")?.toLowerCase() === "success") return null;
  return "It has no error code of a sign-in.";
}

function textOf(record: object, field: RowField): string | null {
  for (const { path, inner } of jsonSources(null)[field] ?? []) {
    const found = at(record, path);
    const value = inner === undefined ? found : insideText(found, inner);
    if (value !== undefined && value !== null && value !== "") return String(value);
  }
  return null;
}

/** The value at `$.a.b`. */
function at(value: unknown, path: string): unknown {
  return path.split(".").slice(1).reduce(member, value);
}

function insideText(found: unknown, inner: string): unknown {
  if (typeof found !== "string") return at(found, inner);
  try {
    return at(JSON.parse(found), inner);
  } catch {
    return undefined;
  }
}
