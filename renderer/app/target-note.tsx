import type { ReactNode } from "react";
import { MiddleCut } from "../components/middle-cut.tsx";
import { PracticeTag } from "../components/tag.tsx";
import { usePractice, useRuns } from "./context.ts";

/** Foot of the side bar: where test logins go. Practice is always told from the real tenant. */
export function TargetNote(): ReactNode {
  const target = useRuns((state) => state.target);
  const practice = usePractice((state) => state.status);
  if (target === null && !practice.running) {
    return null;
  }
  return (
    <div className="side-foot side-text">
      <div className="target">
        Tests go to
        <b>{target === null ? "the practice tenant" : <MiddleCut value={target.host} />}</b>
        {practice.running ? (
          <>
            <span>{practice.scenario.title}</span>
            <div>
              <PracticeTag />
            </div>
          </>
        ) : (
          <span>{target?.known ? "A known address of this provider" : "Asks before the first test"}</span>
        )}
      </div>
    </div>
  );
}
