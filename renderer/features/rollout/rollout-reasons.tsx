import type { ReactNode } from "react";
import type { RolloutView } from "../../../preload/contract.ts";
import { Icon } from "../../components/icon.tsx";
import { RolloutFixButton } from "./rollout-fix-button.tsx";
import { decisionLooks, decisionSentence, isSaid, weightLooks } from "./rollout-text.ts";
import "./rollout.css";

type RolloutReasonsProps = {
  readonly rollout: RolloutView;
  /** Called when a way leads somewhere else. */
  readonly onLeave: () => void;
  /** What the screen itself knows to be open, with its own way; it counts like main's reasons. */
  readonly alsoOpen?: { readonly text: string; readonly way: ReactNode } | undefined;
};

/** The decision, then its reasons: what speaks against it first, each with what can be done about it. */
export function RolloutReasons({ rollout: judged, onLeave, alsoOpen }: RolloutReasonsProps): ReactNode {
  const rollout = alsoOpen === undefined ? judged : withOpen(judged, alsoOpen.text);
  const look = decisionLooks[rollout.decision];
  // What the sentence says is not said again in a row of its own: only what goes beyond it.
  const rows = rollout.reasons.flatMap((reason) => {
    const { first, text, fix } = reason;
    if (!isSaid(rollout, reason))
      return [{ ...reason, words: first === null ? text : `${text} First: ${first}` }];
    return first === null && fix === null ? [] : [{ ...reason, words: first ?? text }];
  });
  return (
    <>
      <p className={`rollout-decision tone-${look.tone}`}>
        <Icon name={look.icon} /> <b>{decisionSentence(rollout)}</b>
      </p>
      <ReasonList rows={rows} runId={rollout.runId} onLeave={onLeave} alsoOpen={alsoOpen} />
    </>
  );
}

/** Among what is open, before what is fine. */
function withOpen(rollout: RolloutView, text: string): RolloutView {
  const { reasons, decision } = rollout;
  const isFine = ({ weight }: RolloutView["reasons"][number]) => weight === "fine";
  return {
    ...rollout,
    decision: decision === "go" ? "not-yet" : decision,
    reasons: [
      ...reasons.filter((reason) => !isFine(reason)),
      { ok: false, weight: "open", text, first: null, fix: null },
      ...reasons.filter(isFine),
    ],
  };
}

type ReasonRow = Pick<RolloutView["reasons"][number], "weight" | "text" | "fix"> & { readonly words: string };

type ReasonListProps = {
  readonly rows: readonly ReasonRow[];
  readonly runId: string | null;
  readonly onLeave: () => void;
  readonly alsoOpen?: RolloutReasonsProps["alsoOpen"];
};

/** Reasons in their order, each with what can be done about it. */
export function ReasonList({ rows, runId, onLeave, alsoOpen }: ReasonListProps): ReactNode {
  return (
    <ul className="rollout-reasons">
      {rows.map(({ weight, text, words, fix }) => (
        <li key={text}>
          <span className={`tone-${weightLooks[weight].tone}`}>
            <Icon name={weightLooks[weight].icon} size="small" />
            <span className="visually-hidden">{weightLooks[weight].word}: </span>
          </span>
          <span>{words}</span>
          {fix !== null && <RolloutFixButton fix={fix} runId={runId} onLeave={onLeave} />}
          {text === alsoOpen?.text && alsoOpen.way}
        </li>
      ))}
    </ul>
  );
}
