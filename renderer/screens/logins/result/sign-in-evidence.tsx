import type { ReactNode } from "react";
import type { LoginResult } from "../../../../preload/contract.ts";
import { TestFinding } from "../../../components/test-finding.tsx";
import { Section } from "../../../components/tool-bar.tsx";
import type { RunSignIn } from "../../../stores/run.ts";
import { findingName } from "../../../text/finding-name.ts";
import { StepList } from "../steps/step-list.tsx";
import { byWeight } from "./by-weight.ts";

type SignInEvidenceProps = { readonly signIn: RunSignIn; readonly result: LoginResult };

/** The steps of a sign-in, and under them what to do about its answer. */
export function SignInEvidence({ signIn, result }: SignInEvidenceProps): ReactNode {
  return (
    <>
      <StepList signIn={signIn} />
      {result.findings.length > 0 && (
        <Section title="What to do" className="run-findings">
          {byWeight(result.findings).map((finding) => (
            <TestFinding key={findingName(finding)} finding={finding} />
          ))}
        </Section>
      )}
    </>
  );
}
