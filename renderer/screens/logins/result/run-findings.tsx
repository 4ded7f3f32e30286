import type { ReactNode } from "react";
import type { LoginResult } from "../../../../preload/contract.ts";
import { TestFinding } from "../../../components/test-finding.tsx";
import { findingName } from "../../../text/finding-name.ts";
import { byWeight } from "./by-weight.ts";
import { FindingsPart } from "./findings-part.tsx";

/** What was found about the answer of a sign-in, and what to do about it. */
export function RunFindings({ findings }: Pick<LoginResult, "findings">): ReactNode {
  return findings.length === 0 ? null : (
    <FindingsPart className="run-findings" hasFix={findings.some(({ fix }) => fix !== undefined)}>
      {byWeight(findings).map((finding) => (
        <TestFinding key={findingName(finding)} finding={finding} />
      ))}
    </FindingsPart>
  );
}
