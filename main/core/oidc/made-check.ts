import type { TokenCheck, TokenProblem, TokenReport } from "../login-result.ts";

/** A check as it was made. One that failed names the finding it becomes. */
export type MadeCheck =
  | (TokenCheck & { readonly outcome: "passed" | "not-made" })
  | (TokenCheck & { readonly outcome: "failed"; readonly finding: string });

/** Which check it is, in code and in words. */
export type CheckName = Pick<TokenCheck, "id" | "title">;

/** The two checks that a signature stands on, for ID and access tokens alike. */
export const signatureChecks = {
  /** OpenID Connect Core section 3.1.3.7 point 7, RFC 8725 section 3.1. */
  algorithm: { id: "algorithm", title: "Algorithm" },
  /** OpenID Connect Core section 3.1.3.7 point 6, RFC 7515 section 5.2. */
  signature: { id: "signature", title: "Signature" },
} as const;

/** A check that held. */
export function passed(check: CheckName, detail: string): MadeCheck {
  return { ...check, outcome: "passed", detail };
}

/** A check that did not hold, with the finding that the run gets of it. */
export function failed(check: CheckName, finding: string, detail: string): MadeCheck {
  return { ...check, outcome: "failed", detail, finding };
}

/** A check that was not made; `detail` says why. */
export function notMade(check: CheckName, detail: string): MadeCheck {
  return { ...check, outcome: "not-made", detail };
}

/** What the failed checks come to: the findings of the run. */
export function tokenProblems(checks: readonly MadeCheck[]): readonly TokenProblem[] {
  return checks.flatMap((check) =>
    check.outcome === "failed" ? [{ finding: check.finding, text: check.detail }] : [],
  );
}

/** What a run tells about a token: its parts, its checks, and what follows from them. */
export function tokenReport(
  token: Pick<TokenReport, "claims" | "header">,
  checks: readonly MadeCheck[],
): TokenReport {
  return {
    claims: token.claims,
    header: token.header,
    signature: signatureOf(checks),
    checks: checks.map(({ id, title, outcome, detail }) => ({ id, title, outcome, detail })),
    problems: tokenProblems(checks).map((problem) => problem.text),
  };
}

function signatureOf(checks: readonly MadeCheck[]): TokenReport["signature"] {
  const outcomeOf = ({ id }: CheckName) => checks.find((check) => check.id === id)?.outcome;
  const algorithm = outcomeOf(signatureChecks.algorithm);
  const signature = outcomeOf(signatureChecks.signature);
  if (algorithm === "failed" || signature === "failed") return "invalid";
  return signature === "passed" ? "valid" : "unchecked";
}
