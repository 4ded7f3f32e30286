import type { ReactNode } from "react";
import type { PoliciesView, SetUpView } from "../../../preload/contract.ts";
import { Button } from "../../components/button.tsx";
import { Icon } from "../../components/icon.tsx";
import { PracticeTag } from "../../components/tag.tsx";
import { ToolBar } from "../../components/tool-bar.tsx";
import { policiesSource } from "../../features/policies/policies-source.ts";
import { useDocument, usePolicies, usePractice, useSetUp } from "../../stores/context.ts";
import { count } from "../../text/count.ts";
import { hasStepsToWalk } from "./settled.ts";
import { useMainAction } from "./use-main-action.ts";

/** The scenario in which nothing is set up. */
const emptyTenant = "nothing-set-up";

/** What the answer rests on, the walk through the practice tenant, the text for users, and in a narrow window the script. */
export function SetUpToolBar({ children }: { readonly children: ReactNode }): ReactNode {
  const policies = usePolicies((state) => state.policies);
  const fileName = useDocument((state) => state.view?.fileName ?? "");
  const showUsersText = useSetUp((state) => state.showUsersText);
  const view = useSetUp((state) => state.view);
  const isPractice = usePractice((state) => state.status.running);
  const sources = [`From ${fileName}`, ...(policies === null ? [] : sourceOf(policies))];
  return (
    <ToolBar title="Set up" subtitle={sources.join(", ")}>
      {isPractice && (
        <span className="set-up-wide">
          <PracticeTag />
        </span>
      )}
      {view !== null && <CarryOut view={view} />}
      <Button look={["capsule"]} onPress={showUsersText}>
        <Icon name="document" /> Text for users
      </Button>
      {children}
    </ToolBar>
  );
}

/** That there are none the verdict says, and that they are the practice tenant's the mark beside it. */
function sourceOf(policies: PoliciesView): readonly string[] {
  if (policies.count === 0) return [];
  return [
    policies.source === "practice" ? count(policies.count, "policy", "policies") : policiesSource(policies),
  ];
}

/** Carries the steps out in the practice tenant; where none runs, one in which nothing is set up is opened first. */
function CarryOut({ view }: { readonly view: SetUpView }): ReactNode {
  const isMain = useMainAction(view) === "walk";
  const isPractice = usePractice((state) => state.status.running);
  const isBusy = usePractice((state) => state.isBusy);
  const start = usePractice((state) => state.start);
  const carryOut = useSetUp((state) => state.carryOut);
  const isRunning = useSetUp((state) => state.walk?.isRunning === true);
  return isPractice ? (
    <Button
      look={isMain ? ["capsule", "primary"] : ["capsule"]}
      isDisabled={isRunning || isBusy || !hasStepsToWalk(view)}
      onPress={() => carryOut(false)}
    >
      <Icon name="practice" /> Carry out in practice
    </Button>
  ) : (
    <Button look={["capsule"]} isDisabled={isBusy} onPress={() => start(emptyTenant, true)}>
      <Icon name="practice" /> Try it in the practice tenant…
    </Button>
  );
}
