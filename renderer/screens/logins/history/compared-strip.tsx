import type { ReactNode } from "react";
import type { Comparison } from "../../../../preload/contract.ts";
import { Button } from "../../../components/button.tsx";
import { Icon } from "../../../components/icon.tsx";
import { useHistory, useRuns } from "../../../stores/context.ts";
import { ariaKeys } from "../../../text/command-keys.ts";
import { type ComparedAnswer, comparedAnswers } from "./compared-answers.ts";
import { type ComparedRun, useComparedRuns } from "./use-compared-runs.ts";

/** Over the shown run: which two runs are marked, what came of each, and what was another beside. Nothing while a test runs. */
export function ComparedStrip(): ReactNode {
  const comparison = useHistory((state) => state.comparison);
  const isRunning = useRuns((state) => state.runningId !== null);
  return comparison === null || isRunning ? null : <StripOf comparison={comparison} />;
}

function StripOf({ comparison }: { readonly comparison: Comparison }): ReactNode {
  const { before, after } = useComparedRuns(comparison);
  const openComparison = useHistory((state) => state.openComparison);
  const unmark = useHistory((state) => state.unmark);
  return (
    <section className="compared-strip" aria-label="Marked runs">
      <Icon name="compare" />
      <div className="grow">
        <div className="compared-told" aria-hidden="true">
          <p>
            <b>2 runs marked</b>
            <span className="faint">
              {timeOf(before)} <Icon name="arrow" size="small" /> {timeOf(after)}
            </span>
          </p>
          <div className="compared-answers">
            {comparedAnswers(comparison).map((answer) => (
              <Answer key={answer.title} answer={answer} />
            ))}
          </div>
          <p className="quiet">{comparison.besides}</p>
        </div>
        <p role="status" className="visually-hidden">
          {comparison.sentence}
        </p>
      </div>
      <div className="compared-actions">
        <Button look={["small"]} onPress={openComparison} aria-keyshortcuts={ariaKeys("compare")}>
          Compare runs…
        </Button>
        <Button look={["small", "plain"]} onPress={unmark}>
          Unmark
        </Button>
      </div>
    </section>
  );
}

/** What one sign-in came to, then and now, in the columns of the other. */
function Answer({ answer: { title, before, after, tones } }: { readonly answer: ComparedAnswer }): ReactNode {
  return (
    <>
      <span className="quiet">{title}</span>
      <Value text={before} tone={tones.before} />
      <Icon name="arrow" size="small" />
      <Value text={after} tone={tones.after} />
    </>
  );
}

type ValueProps = { readonly text: string; readonly tone: ComparedAnswer["tones"]["after"] };

function Value({ text, tone }: ValueProps): ReactNode {
  return tone === null ? <span className="faint">{text}</span> : <b className={`tone-${tone}`}>{text}</b>;
}

/** Runs of today are told by their time alone. */
function timeOf({ moment }: ComparedRun): string {
  return moment.replace(/^today /, "");
}
