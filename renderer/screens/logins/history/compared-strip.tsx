import type { ReactNode } from "react";
import type { Comparison } from "../../../../preload/contract.ts";
import { Button } from "../../../components/button.tsx";
import { Icon } from "../../../components/icon.tsx";
import { useHistory, useRuns } from "../../../stores/context.ts";
import { ariaKeys } from "../../../text/command-keys.ts";
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
        <p className="compared-pair" aria-hidden="true">
          <Answer side={before} />
          <Icon name="arrow" size="small" />
          <Answer side={after} />
          <span className="quiet">{comparison.besides}</span>
        </p>
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

/** When, and what came of it; nothing of a run that is in the list no more. */
function Answer({ side: { run, moment } }: { readonly side: ComparedRun }): ReactNode {
  return run === null ? null : (
    <span>
      <span className="faint">{moment.replace(/^today /, "")}</span>{" "}
      <b className={`tone-${run.label.tone}`}>{run.label.text}</b>
    </span>
  );
}
