import { type ReactNode, useEffect } from "react";
import { ProblemBanner } from "../../components/problem-banner.tsx";
import { Spinner } from "../../components/spinner.tsx";
import { useDocument, useMatrix, usePolicies, usePractice, useRuns } from "../../stores/context.ts";
import { AnswerFindings, MoreFindings } from "./answer-findings.tsx";
import { AnswerHead } from "./answer-head.tsx";
import { Checklist } from "./checklist.tsx";
import { EmptyPolicies } from "./empty-policies.tsx";
import { LoadedFiles } from "./loaded-files.tsx";
import { MatrixTable } from "./matrix-table.tsx";
import { PoliciesToolBar } from "./policies-tool-bar.tsx";
import { PolicyDrawer } from "./policy-drawer.tsx";
import { WhatIfBar } from "./what-if-bar.tsx";
import { WhatIfResult } from "./what-if-comparison.tsx";
import "./answer-head.css";
import "./what-if-bar.css";
import "./loaded-files.css";
import "./matrix-table.css";
import "./policy-drawer.css";
import "./graph-dialog.css";
import "./what-if-comparison.css";
import "./conditional-access.css";

/** Policies by the two sign-ins of the open profile: the answer for both on top, and why. */
export default function ConditionalAccessScreen(): ReactNode {
  useAnswer();
  const policies = usePolicies((state) => state.policies);
  const isLoading = usePolicies((state) => state.isLoading);
  const problem = usePolicies((state) => state.problem);
  const dismiss = usePolicies((state) => state.dismiss);
  const view = useMatrix((state) => state.view);
  const unanswered = useMatrix((state) => state.problem);
  return (
    <main className="screen" data-pane="main">
      <PoliciesToolBar />
      {isLoading && (
        <p className="ca-loading" role="status">
          <Spinner /> Reading policies
        </p>
      )}
      {problem !== null && (
        <div className="ca-problem">
          <ProblemBanner problem={problem} onDismiss={dismiss} />
        </div>
      )}
      {policies === null ? (
        <EmptyPolicies />
      ) : (
        <div className="ca-body">
          <section className="ca-main" aria-label="Answer">
            {unanswered !== null && (
              <div className="ca-problem">
                <ProblemBanner problem={unanswered} />
              </div>
            )}
            {view !== null && (
              <>
                <AnswerHead view={view} />
                <WhatIfBar view={view} />
                <WhatIfResult />
                <AnswerFindings findings={view.findings} />
                <div className="ca-strips">
                  <MoreFindings findings={view.findings} />
                  <LoadedFiles policies={policies} />
                  <Checklist points={view.checklist} isInvented={policies.source === "practice"} />
                </div>
                <MatrixTable view={view} />
              </>
            )}
          </section>
          <PolicyDrawer />
        </div>
      )}
    </main>
  );
}

/** Asks main whenever something that the answer rests on has changed. */
function useAnswer(): void {
  const document = useDocument((state) => state.view);
  const policies = usePolicies((state) => state.policies);
  const practice = usePractice((state) => state.status);
  const from = useRuns((state) => state.from);
  const ask = useMatrix((state) => state.ask);
  // biome-ignore lint/correctness/useExhaustiveDependencies: main reads document, policies and tenant itself
  useEffect(() => {
    ask(from);
  }, [document, policies, practice, from, ask]);
}
