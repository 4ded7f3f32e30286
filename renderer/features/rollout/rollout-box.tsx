import type { ReactNode } from "react";
import { RolloutReasons } from "./rollout-reasons.tsx";
import { useJudgedRollout } from "./use-judged-rollout.ts";

type RolloutBoxProps = { readonly isBesideFindings?: boolean };

/** One box answers "can I roll this out?", with what speaks against it first. */
export function RolloutBox({ isBesideFindings = false }: RolloutBoxProps): ReactNode {
  const rollout = useJudgedRollout();
  if (rollout === null) {
    return null;
  }
  return (
    <section className="section rollout" aria-label="Rollout" data-decision={rollout.decision}>
      <RolloutReasons rollout={rollout} onLeave={() => undefined} isBesideFindings={isBesideFindings} />
    </section>
  );
}
