import { type ReactNode, useEffect } from "react";
import { useRuns } from "../../app/context.ts";
import { ProblemBanner } from "../../components/problem-banner.tsx";
import { QuestionDialog } from "./question-dialog.tsx";
import { RunList } from "./run-list.tsx";
import { RunView } from "./run-view.tsx";
import { TestEmpty } from "./test-empty.tsx";
import { TestForm } from "./test-form.tsx";
import { TestToolBar } from "./test-tool-bar.tsx";
import { VerdictAnnouncer } from "./verdict-announcer.tsx";
import "./test.css";
import "./run.css";

/** Runs the two logins that Jamf Connect runs and shows each step while it happens. */
export default function TestScreen(): ReactNode {
  const run = useRuns((state) => state.runs.find((candidate) => candidate.id === state.selectedId) ?? null);
  const problem = useRuns((state) => state.problem);
  const dismiss = useRuns((state) => state.dismiss);
  const loadTarget = useRuns((state) => state.loadTarget);
  useEffect(() => {
    loadTarget();
  }, [loadTarget]);
  return (
    <main className="screen">
      <TestToolBar />
      <div className="screen-body">
        <RunList />
        <section className="column grow test-main" data-pane="main">
          <TestForm />
          {problem !== null && (
            <div className="test-problem">
              <ProblemBanner problem={problem} onDismiss={dismiss} />
            </div>
          )}
          {run === null ? <TestEmpty /> : <RunView key={run.id} run={run} />}
        </section>
      </div>
      <QuestionDialog />
      <VerdictAnnouncer />
    </main>
  );
}
