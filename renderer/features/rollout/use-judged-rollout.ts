import { useEffect } from "react";
import type { RolloutView } from "../../../preload/contract.ts";
import {
  useDocument,
  useExports,
  useHistory,
  usePolicies,
  usePractice,
  useRollout,
} from "../../stores/context.ts";

/** Main's judgement, asked for anew whenever the profile, its runs, the policies or the practice tenant change. */
export function useJudgedRollout(): RolloutView | null {
  const judge = useRollout((state) => state.judge);
  const view = useDocument((state) => state.view);
  const runs = useHistory((state) => state.runs);
  const policies = usePolicies((state) => state.policies);
  const practice = usePractice((state) => state.status);
  const exported = useExports((state) => state.last);
  // biome-ignore lint/correctness/useExhaustiveDependencies: main judges anew whenever the document or its runs change
  useEffect(() => {
    judge();
  }, [judge, view, runs, policies, practice, exported]);
  return useRollout((state) => state.rollout);
}
