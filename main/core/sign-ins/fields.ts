/** What Latchkey keeps of a row of a sign-in log. `at` is the time; `steps`, `policies`, `processing` and `audiences` are JSON. */
export const rowFields = [
  "id",
  "at",
  "code",
  "outcome",
  "user",
  "userId",
  "userName",
  "appId",
  "app",
  "resource",
  "resourceId",
  "ip",
  "city",
  "country",
  "client",
  "protocol",
  "requirement",
  "interactive",
  "category",
  "caStatus",
  "policies",
  "steps",
  "processing",
  "audiences",
  "reason",
  "additional",
  "correlationId",
  "requestId",
  "os",
  "browser",
  "riskLevel",
  "riskState",
  "tokenType",
] as const;

export type RowField = (typeof rowFields)[number];

/** Where a field stands: a member, or a member inside JSON that stands there as text. */
export type FieldSource = { readonly path: string; readonly inner?: string };

/** For each field the places to look, the best first; a field without a place is not in this form of the log. */
export type FieldSources = Readonly<Partial<Record<RowField, readonly FieldSource[]>>>;

/** `a` and then `b`, field by field: for a log that holds both. */
export function eitherOf(a: FieldSources, b: FieldSources): FieldSources {
  return Object.fromEntries(
    rowFields.map((field) => [field, [...(a[field] ?? []), ...(b[field] ?? [])]]),
  ) as FieldSources;
}
