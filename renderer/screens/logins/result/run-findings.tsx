import type { ReactNode } from "react";
import type { LoginResult } from "../../../../preload/contract.ts";
import { TestFinding } from "../../../components/test-finding.tsx";
import { Section } from "../../../components/tool-bar.tsx";
import { findingName } from "../../../text/finding-name.ts";
import { byWeight } from "./by-weight.ts";

type RunFindingsProps = {
  readonly result: Pick<LoginResult, "findings">;
  /** Its heading is heard but takes no room: under tabs that say whose steps these are. */
  readonly isTight?: boolean;
};

/** What to do about the answer of a sign-in: under the verdict, before the steps that prove it. */
export function RunFindings({ result: { findings }, isTight = false }: RunFindingsProps): ReactNode {
  return findings.length === 0 ? null : (
    <Section title="What to do" className={isTight ? "run-findings run-findings-tight" : "run-findings"}>
      {byWeight(findings).map((finding) => (
        <TestFinding key={findingName(finding)} finding={finding} />
      ))}
    </Section>
  );
}
