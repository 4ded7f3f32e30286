import { type ReactNode, useEffect } from "react";
import { useDocument, useHistory, useRollout } from "../../app/context.ts";
import { Icon } from "../../components/icon.tsx";

const looks = {
  go: { tone: "ok", icon: "ok", words: "Go. This profile can be rolled out." },
  "no-go": { tone: "err", icon: "error", words: "No go. Something speaks against it." },
  "not-yet": { tone: "warn", icon: "question", words: "Not yet. Something is not known." },
} as const;

const weights = {
  fine: { tone: "ok", icon: "check", word: "Fine" },
  open: { tone: "warn", icon: "question", word: "Open" },
  against: { tone: "err", icon: "error", word: "Against it" },
} as const;

/** One box answers "can I roll this out?", with what speaks against it first. */
export function RolloutBox(): ReactNode {
  const rollout = useRollout((state) => state.rollout);
  const judge = useRollout((state) => state.judge);
  const view = useDocument((state) => state.view);
  const runs = useHistory((state) => state.runs);
  // biome-ignore lint/correctness/useExhaustiveDependencies: main judges anew whenever the document or its runs change
  useEffect(() => {
    judge();
  }, [judge, view, runs]);
  if (rollout === null) {
    return null;
  }
  const look = looks[rollout.decision];
  return (
    <section className="section rollout" aria-label="Rollout" data-decision={rollout.decision}>
      <p className={`rollout-decision tone-${look.tone}`}>
        <Icon name={look.icon} /> <b>{look.words}</b>
      </p>
      <ul className="rollout-reasons">
        {rollout.reasons.map((reason) => (
          <li key={reason.text}>
            <span className={`tone-${weights[reason.weight].tone}`}>
              <Icon name={weights[reason.weight].icon} size="small" />
              <span className="visually-hidden">{weights[reason.weight].word}: </span>
            </span>
            {reason.text}
          </li>
        ))}
      </ul>
    </section>
  );
}
