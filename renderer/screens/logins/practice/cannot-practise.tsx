import type { ReactNode } from "react";
import { Icon } from "../../../components/icon.tsx";
import { PracticeTag } from "../../../components/tag.tsx";
import { usePractice, useRuns } from "../../../stores/context.ts";
import { cannotBePractised } from "./cannot-be-practised.ts";

/** Says before a press which of the two logins goes to a provider that the practice tenant does not stand in for. */
export function CannotPractise(): ReactNode {
  const login = useRuns((state) => state.loginProblem);
  const check = useRuns((state) => state.targetProblem);
  const isPractice = usePractice((state) => state.status.running);
  const problems = [login, check].filter((problem) => problem !== null).filter(cannotBePractised);
  const [first] = problems;
  if (!isPractice || first === undefined) {
    return null;
  }
  return (
    <div className="banner banner-practice" role="note">
      <Icon name="practice" />
      <div className="grow">
        {problems.map(({ title, detail }) => (
          <p key={title}>
            <b>{title}</b> {detail}
          </p>
        ))}
        <p className="quiet">{first.fix}</p>
      </div>
      <PracticeTag />
    </div>
  );
}
