import type { ReactNode } from "react";
import { Section } from "../../components/tool-bar.tsx";
import { ReasonList } from "./rollout-reasons.tsx";
import { useJudgedRollout } from "./use-judged-rollout.ts";

type RolloutBoxProps = {
  /** It goes to one Mac, to be tried: nobody else can be locked out, so policies are no matter. */
  readonly isTrial?: boolean;
};

/** What else is known about "can I roll this out?". Verdict and findings stand elsewhere on the page, and are not said again. */
export function RolloutBox({ isTrial = false }: RolloutBoxProps): ReactNode {
  const rollout = useJudgedRollout();
  const rows = (rollout?.reasons ?? [])
    .filter(({ fix }) => fix !== "read-findings" && !(isTrial && fix === "load-policies"))
    .map((reason) => ({ ...reason, words: reason.text }));
  return rollout === null || rows.length === 0 ? null : (
    <Section title={isTrial ? "Before you try it" : "Before you roll out"} className="rollout">
      <ReasonList rows={rows} runId={rollout.runId} onLeave={() => undefined} />
    </Section>
  );
}
