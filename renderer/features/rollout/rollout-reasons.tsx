import type { ReactNode } from "react";
import type { RolloutView } from "../../../preload/contract.ts";
import { Icon } from "../../components/icon.tsx";
import { RolloutFixButton } from "./rollout-fix-button.tsx";
import { decisionLooks, weightLooks } from "./rollout-text.ts";
import "./rollout.css";

type RolloutReasonsProps = {
  readonly rollout: RolloutView;
  /** Called when a way leads somewhere else. */
  readonly onLeave: () => void;
  /** The findings stand beside it, with their fixes: then they are counted only. */
  readonly isBesideFindings?: boolean;
};

/** The decision, then its reasons: what speaks against it first, each with what can be done about it. */
export function RolloutReasons({
  rollout,
  onLeave,
  isBesideFindings = false,
}: RolloutReasonsProps): ReactNode {
  const look = decisionLooks[rollout.decision];
  return (
    <>
      <p className={`rollout-decision tone-${look.tone}`}>
        <Icon name={look.icon} /> <b>{look.words}</b>
      </p>
      <ul className="rollout-reasons">
        {rollout.reasons.map(({ weight, text, first, fix }) => (
          <li key={text}>
            <span className={`tone-${weightLooks[weight].tone}`}>
              <Icon name={weightLooks[weight].icon} size="small" />
              <span className="visually-hidden">{weightLooks[weight].word}: </span>
            </span>
            <span>{first === null || isBesideFindings ? text : `${text} First: ${first}`}</span>
            {fix !== null && !(isBesideFindings && fix === "read-findings") && (
              <RolloutFixButton fix={fix} runId={rollout.runId} onLeave={onLeave} />
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
