import type { Finding } from "../../preload/contract.ts";

/**
 * What a finding stands beside: the row of a key, the payload at a position of `PayloadContent` (from 0), or the profile itself.
 * Null for one about a policy, a run, or nothing in particular.
 */
export type FindingPlace =
  | { readonly kind: "key"; readonly domain: string; readonly keyPath: string }
  | { readonly kind: "payload"; readonly position: number }
  | { readonly kind: "profile" }
  | null;

/**
 * Where the form shows a finding. One about an item of a list, or about what a dictionary holds, stands beside the nearest row that
 * holds it; one about a key that no row shows stands beside its payload or the profile.
 *
 * @param isShown whether the form has a row for a key of a domain
 */
export function findingPlace(
  { domain, keyPath }: Finding["where"],
  isShown: (domain: string, keyPath: string) => boolean,
): FindingPlace {
  if (keyPath === undefined) return null;
  if (domain !== undefined) {
    const row = outward(keyPath).find((each) => isShown(domain, each));
    if (row !== undefined) return { kind: "key", domain, keyPath: row };
  }
  const position = /^PayloadContent\[(\d{1,6})\]/u.exec(keyPath)?.[1];
  if (position !== undefined) return { kind: "payload", position: Number(position) };
  return /^Payload[A-Z]\w*$/u.test(keyPath) ? { kind: "profile" } : null;
}

/** A path and all that hold it, the nearest first: `X[0].Y`, `X[0]`, `X`. */
function outward(keyPath: string): readonly string[] {
  const ends = [...keyPath.matchAll(/\.|\[\d+\]/gu)].map(({ index }) => index);
  return [keyPath, ...ends.toReversed().map((end) => keyPath.slice(0, end))];
}
