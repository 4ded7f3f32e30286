import type { Finding } from "../finding.ts";
import { applyPatch, type ProfileDocument } from "../profile/index.ts";

/** A document after the fixes that could be applied. */
export type Fixed = {
  readonly document: ProfileDocument;
  /** The findings whose fix was applied, in order. */
  readonly applied: readonly Finding[];
  /** What is found in the document now. */
  readonly left: readonly Finding[];
};

/** Fixes can make room for others; more rounds than this only happen to files that are made for it. */
const mostRounds = 50;

/**
 * Applies the patch of every finding that has one, and looks again, until nothing with a patch is left. Each patch is applied to
 * the document that its finding is about: where two would change one place, the second waits for the next round.
 *
 * @param findings what is found in a document; only these are fixed
 */
export function fixDocument(
  document: ProfileDocument,
  findings: (document: ProfileDocument) => readonly Finding[],
): Fixed {
  let current = document;
  let found = findings(document);
  const applied: Finding[] = [];
  for (let round = 0; round < mostRounds; round += 1) {
    const next = applyAll(current, found);
    if (next.applied.length === 0) break;
    current = next.document;
    applied.push(...next.applied);
    found = findings(current);
  }
  return { document: current, applied, left: found };
}

function applyAll(
  document: ProfileDocument,
  findings: readonly Finding[],
): { readonly document: ProfileDocument; readonly applied: readonly Finding[] } {
  let current = document;
  const applied: Finding[] = [];
  const places = new Set<string>();
  for (const finding of findings) {
    const { fix } = finding;
    if (fix === undefined || !("patch" in fix)) continue;
    const place = JSON.stringify([finding.where.domain, finding.where.keyPath]);
    if (places.has(place)) continue;
    const patched = applyPatch(current, fix.patch);
    if (!patched.ok) continue;
    places.add(place);
    current = patched.value.document;
    applied.push(finding);
  }
  return { document: current, applied };
}
