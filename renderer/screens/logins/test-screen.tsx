import { type ReactNode, useEffect, useRef } from "react";
import { ProblemBanner } from "../../components/problem-banner.tsx";
import { useCalmMedia } from "../../components/use-calm-media.ts";
import { popupWidth } from "../../components/use-media.ts";
import { useRescuedFocus } from "../../components/use-rescued-focus.ts";
import { RolloutLine } from "../../features/rollout/rollout-line.tsx";
import { useHistory, useRuns } from "../../stores/context.ts";
import { ChangedBefore } from "./history/changed-before.tsx";
import { ComparedStrip } from "./history/compared-strip.tsx";
import { ComparisonDialog } from "./history/comparison-dialog.tsx";
import { fixOrComparison } from "./history/fix-or-comparison.ts";
import { RunList } from "./history/run-list.tsx";
import { RunListPopup } from "./history/run-list-popup.tsx";
import { CannotPractise } from "./practice/cannot-practise.tsx";
import { QuestionDialog } from "./question-dialog.tsx";
import { OtherTenant } from "./result/other-tenant.tsx";
import { RunView } from "./result/run-view.tsx";
import { TestEmpty } from "./test-empty.tsx";
import { TestForm } from "./test-form.tsx";
import { TestHint } from "./test-hint.tsx";
import { TestToolBar } from "./test-tool-bar.tsx";
import { VerdictAnnouncer } from "./verdict-announcer.tsx";
import "./test.css";
import "./history/history.css";
import "./pair/pair.css";
import "./practice/practice.css";
import "./predicted/predicted.css";
import "./report/report.css";
import "./result/result.css";
import "./running/running.css";
import "./steps/steps.css";
import "./tokens/token.css";

/** Runs the two logins that Jamf Connect runs and shows each step while it happens. */
export default function TestScreen(): ReactNode {
  const shownId = useHistory((state) => state.selectedId);
  const live = useRuns((state) => (shownId === null ? null : (state.runs[shownId] ?? null)));
  const old = useHistory((state) => (shownId === null ? null : (state.details[shownId] ?? null)));
  const runningId = useRuns((state) => state.runningId);
  const run = live ?? old;
  const problem = useRuns((state) => state.problem);
  const dismiss = useRuns((state) => state.dismiss);
  const historyProblem = useHistory((state) => state.problem);
  const dismissHistory = useHistory((state) => state.dismiss);
  const loadTarget = useRuns((state) => state.loadTarget);
  const isNarrow = useCalmMedia(popupWidth);
  const hasRuns = useHistory(
    ({ runs, elsewhere, unreadable, hint }) =>
      runs.length + elsewhere + unreadable.length > 0 || hint !== null,
  );
  const main = useRef<HTMLElement>(null);
  useRescuedFocus(main, fixOrComparison);
  useEffect(() => {
    loadTarget();
  }, [loadTarget]);
  return (
    <main className="screen">
      <TestToolBar />
      <div className="screen-body">
        {!isNarrow && <RunList />}
        <section ref={main} tabIndex={-1} className="column grow test-main" data-pane="main">
          <TestForm leading={isNarrow && (hasRuns || runningId !== null) ? <RunListPopup /> : null} />
          <TestHint isNextToldBelow={run === null} />
          {isNarrow && run !== null && run.id !== runningId && <ChangedBefore runId={run.id} />}
          <div className="test-problems">
            <CannotPractise />
            {problem !== null && <ProblemBanner problem={problem} onDismiss={dismiss} />}
            {run !== null && run.id !== runningId && <OtherTenant runId={run.id} />}
            {historyProblem !== null && <ProblemBanner problem={historyProblem} onDismiss={dismissHistory} />}
          </div>
          <ComparedStrip />
          {run === null ? (
            <>
              <TestEmpty />
              {/* The list of runs, at the foot of which it stands elsewhere, is behind a button or missing. */}
              {isNarrow && (
                <footer className="run-actions test-foot">
                  <RolloutLine />
                </footer>
              )}
            </>
          ) : (
            <RunView key={run.id} run={run} isRunning={run.id === runningId} />
          )}
        </section>
      </div>
      <ComparisonDialog />
      <QuestionDialog />
      <VerdictAnnouncer />
    </main>
  );
}
