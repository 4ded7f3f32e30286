import type { ReactNode } from "react";
import type { RolloutView } from "../../../preload/contract.ts";
import { Icon } from "../../components/icon.tsx";
import { RolloutFixButton } from "./rollout-fix-button.tsx";
import { decisionLooks, decisionSentence, weightLooks } from "./rollout-text.ts";
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
  const sentence = decisionSentence(rollout);
  // What the sentence says is not said again in a row of its own: only what goes beyond it.
  const rows = rollout.reasons.flatMap((reason) => {
    const first = isBesideFindings ? null : reason.first;
    const fix = isBesideFindings && reason.fix === "read-findings" ? null : reason.fix;
    const isSaid = sentence.endsWith(reason.text);
    const words = first === null ? reason.text : isSaid ? first : `${reason.text} First: ${first}`;
    return isSaid && first === null && fix === null ? [] : [{ ...reason, words, fix }];
  });
  return (
    <>
      <p className={`rollout-decision tone-${look.tone}`}>
        <Icon name={look.icon} /> <b>{sentence}</b>
      </p>
      <ul className="rollout-reasons">
        {rows.map(({ weight, text, words, fix }) => (
          <li key={text}>
            <span className={`tone-${weightLooks[weight].tone}`}>
              <Icon name={weightLooks[weight].icon} size="small" />
              <span className="visually-hidden">{weightLooks[weight].word}: </span>
            </span>
            <span>{words}</span>
            {fix !== null && <RolloutFixButton fix={fix} runId={rollout.runId} onLeave={onLeave} />}
          </li>
        ))}
      </ul>
    </>
  );
}
