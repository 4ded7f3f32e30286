import type { Finding, LoginResult } from "../../../../preload/contract.ts";
import type { Run } from "../../../stores/run.ts";
import { findingName } from "../../../text/finding-name.ts";

type Paired = NonNullable<Run["paired"]>;

/** What was found about the pair, the login and the check; both sign-ins say some things alike, that the test left from this machine for example. */
export function findingsOfBoth(
  paired: Pick<Paired, "findings">,
  login: Pick<LoginResult, "findings">,
  check: Pick<LoginResult, "findings">,
): readonly Finding[] {
  const findings = [...paired.findings, ...login.findings, ...check.findings];
  return findings.filter(
    (finding, index) => findings.findIndex((other) => findingName(other) === findingName(finding)) === index,
  );
}

/** The answers are not those that are wanted, and nothing found but notes says why: then what would change them comes first. */
export function changeComesFirst(
  paired: Pick<Paired, "findings" | "verdict">,
  login: Pick<LoginResult, "findings">,
  check: Pick<LoginResult, "findings" | "signInLog">,
): boolean {
  const isWanted = paired.verdict.tone === "ok";
  const hasPrice = check.signInLog.cost !== undefined;
  return (
    !isWanted &&
    !hasPrice &&
    findingsOfBoth(paired, login, check).every(({ severity }) => severity === "info")
  );
}
