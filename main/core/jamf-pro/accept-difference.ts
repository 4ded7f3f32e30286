import { fail, type Problem, type Result, succeed } from "../problem.ts";
import type { Difference } from "./difference.ts";

/** A difference that somebody has looked at and takes as it is. */
export type Acceptance = {
  /** Null where the key path is enough. */
  readonly domain: string | null;
  readonly keyPath: string;
  readonly reason: string;
};

/** Longest reason that is kept. */
export const longestReason = 500;

/** Whether nobody knows why it differs, and nobody has accepted that. */
export function isOpen({
  kind,
  accepted,
}: Pick<Difference, "accepted"> & { readonly kind: string }): boolean {
  return kind === "unexplained" && accepted === undefined;
}

/**
 * Differences with those accepted that are meant. It stays unexplained; only nobody has to look at it again.
 *
 * @returns problems: `reason-missing`, `jamf-pro-nothing-to-accept` where no unexplained difference has this place
 */
export function acceptDifference<One extends Omit<Difference, "kind"> & { readonly kind: string }>(
  differences: readonly One[],
  { domain, keyPath, reason }: Acceptance,
): Result<readonly One[]> {
  const kept = reason.trim().slice(0, longestReason);
  if (kept === "") return fail(reasonMissing);
  const isMeant = (one: One) =>
    one.kind === "unexplained" && one.keyPath === keyPath && (domain === null || one.domain === domain);
  if (!differences.some(isMeant)) return fail(nothingToAccept(keyPath));
  return succeed(differences.map((one) => (isMeant(one) ? { ...one, accepted: kept } : one)));
}

const reasonMissing: Problem = {
  code: "reason-missing",
  title: "A reason is missing.",
  detail: "A difference is accepted with a reason, so that whoever reads it later knows why.",
  fix: "Type the reason.",
};

function nothingToAccept(keyPath: string): Problem {
  return {
    code: "jamf-pro-nothing-to-accept",
    title: `${keyPath === "" ? "Nothing" : keyPath} is no unexplained difference.`,
    detail: "Only what is not explained has to be accepted. Nothing was accepted.",
    fix: "Name a difference as the comparison writes it.",
  };
}
