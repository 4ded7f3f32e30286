import type { GraphRequest } from "./setup-plan.ts";

/** What steps saved, by the names that later requests use. */
export type SavedValues = Readonly<Record<string, string>>;

/** What stands for a saved value in a request. */
export const savedName = /\{([A-Za-z]+Id)\}/g;

/** The names in a request that stand for what steps save. */
export function namesIn({ url, body }: GraphRequest): readonly string[] {
  return [...(url + JSON.stringify(body ?? {})).matchAll(savedName)].map(([, name = ""]) => name);
}

/** The first name in a request that nothing was saved under yet; null where all of it is known. */
export function missingName(request: GraphRequest, saved: SavedValues): string | null {
  return namesIn(request).find((name) => !Object.hasOwn(saved, name)) ?? null;
}

/** The request with what was saved in the place of its names; a name that nothing was saved under stays. */
export function withSaved(request: GraphRequest, saved: SavedValues): GraphRequest {
  const url = request.url.replace(savedName, (whole, name: string) =>
    Object.hasOwn(saved, name) ? encodeURIComponent(saved[name] ?? "") : whole,
  );
  return request.body === undefined
    ? { ...request, url }
    : { ...request, url, body: inMembers(request.body, saved) };
}

/** The text with what was saved in the place of its names. */
export function textWithSaved(text: string, saved: SavedValues): string {
  return text.replace(savedName, (whole, name: string) =>
    Object.hasOwn(saved, name) ? (saved[name] ?? "") : whole,
  );
}

function inMembers(
  members: Readonly<Record<string, unknown>>,
  saved: SavedValues,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(members).map(([name, value]) => [name, inValue(value, saved)]));
}

function inValue(value: unknown, saved: SavedValues): unknown {
  if (typeof value === "string") return textWithSaved(value, saved);
  if (Array.isArray(value)) return value.map((item) => inValue(item, saved));
  return typeof value === "object" && value !== null ? inMembers({ ...value }, saved) : value;
}

/** What a step keeps of the object that it found or made, under the names of its `saves`; null where a member is missing. */
export function savedFrom(
  saves: Readonly<Record<string, string>>,
  found: Readonly<Record<string, unknown>>,
): SavedValues | null {
  const saved: Record<string, string> = {};
  for (const [name, member] of Object.entries(saves)) {
    const value = found[member];
    if (typeof value !== "string") return null;
    saved[name] = value;
  }
  return saved;
}
