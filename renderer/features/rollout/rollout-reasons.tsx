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
  readonly alsoOpen?: { readonly text: string; readonly way: (isMain: boolean) => ReactNode } | undefined;
  /** The button of the first thing to do is the filled one of the view. */
  readonly fillsFirst?: boolean;
};

/** The decision, then its reasons: what speaks against it first, each with what can be done about it. */
export function RolloutReasons({
  rollout: judged,
  onLeave,
  alsoOpen,
  fillsFirst = false,
}: RolloutReasonsProps): ReactNode {
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
      <ReasonList
        rows={rows}
        runId={rollout.runId}
        onLeave={onLeave}
        alsoOpen={alsoOpen}
        fillsFirst={fillsFirst}
      />
    </>
  );
}

/** First of what is open: a test before it would have to be run again. */
function withOpen(rollout: RolloutView, text: string): RolloutView {
  const { reasons, decision } = rollout;
  const isAgainst = ({ weight }: RolloutView["reasons"][number]) => weight === "against";
  return {
    ...rollout,
    decision: decision === "go" ? "not-yet" : decision,
    reasons: [
      ...reasons.filter(isAgainst),
      { ok: false, weight: "open", text, first: null, fix: null },
      ...reasons.filter((reason) => !isAgainst(reason)),
    ],
  };
}

type ReasonRow = Pick<RolloutView["reasons"][number], "weight" | "text" | "fix"> & { readonly words: string };

type ReasonListProps = {
  readonly rows: readonly ReasonRow[];
  readonly runId: string | null;
  readonly onLeave: () => void;
  readonly alsoOpen?: RolloutReasonsProps["alsoOpen"];
  readonly fillsFirst?: boolean;
};

/** Reasons in their order, each with what can be done about it. */
export function ReasonList({
  rows,
  runId,
  onLeave,
  alsoOpen,
  fillsFirst = false,
}: ReasonListProps): ReactNode {
  const first = fillsFirst
    ? rows.find(({ text, fix }) => fix !== null || text === alsoOpen?.text)
    : undefined;
  return (
    <ul className="rollout-reasons">
      {rows.map((row) => (
        <li key={row.text}>
          <span className={`tone-${weightLooks[row.weight].tone}`}>
            <Icon name={weightLooks[row.weight].icon} size="small" />
            <span className="visually-hidden">{weightLooks[row.weight].word}: </span>
          </span>
          <span>{row.words}</span>
          {row.fix !== null && (
            <RolloutFixButton fix={row.fix} runId={runId} onLeave={onLeave} isMain={row === first} />
          )}
          {row.text === alsoOpen?.text && alsoOpen.way(row === first)}
        </li>
      ))}
    </ul>
  );
}
