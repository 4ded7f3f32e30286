import type { ClaimDescription } from "../../../../preload/contract.ts";

/** What is known about a claim of this name; of several that fit its beginning the longest. */
export function findClaim(known: readonly ClaimDescription[], name: string): ClaimDescription | null {
  const exact = known.find((claim) => claim.isPrefix !== true && claim.name === name);
  const [longest] = known
    .filter((claim) => claim.isPrefix === true && name.startsWith(claim.name))
    .toSorted((a, b) => b.name.length - a.name.length);
  return exact ?? longest ?? null;
}
