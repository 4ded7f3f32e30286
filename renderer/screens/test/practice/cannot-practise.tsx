import type { ReactNode } from "react";
import { usePractice, useRuns } from "../../../app/context.ts";
import { Icon } from "../../../components/icon.tsx";
import { PracticeTag } from "../../../components/tag.tsx";
import { cannotBePractised } from "./cannot-be-practised.ts";

/** Says before a press which of the two logins goes to a provider that the practice tenant does not stand in for. */
export function CannotPractise(): ReactNode {
  const login = useRuns((state) => state.loginProblem);
  const check = useRuns((state) => state.targetProblem);
  const isPractice = usePractice((state) => state.status.running);
  if (!isPractice) {
    return null;
  }
  const problems = [login, check].filter((problem) => problem !== null).filter(cannotBePractised);
  return problems.map((problem) => (
    <div key={problem.title} className="banner banner-practice" role="note">
      <Icon name="practice" />
      <p className="grow">
        <b>{problem.title}</b> {problem.detail} {problem.fix}
      </p>
      <PracticeTag />
    </div>
  ));
}
