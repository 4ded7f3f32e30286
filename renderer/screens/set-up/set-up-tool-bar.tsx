import type { ReactNode } from "react";
import type { PoliciesView } from "../../../preload/contract.ts";
import { Button } from "../../components/button.tsx";
import { Icon } from "../../components/icon.tsx";
import { PracticeTag } from "../../components/tag.tsx";
import { ToolBar } from "../../components/tool-bar.tsx";
import { policiesSource } from "../../features/policies/policies-source.ts";
import { useDocument, usePolicies, usePractice, useSetUp } from "../../stores/context.ts";
import { isSettled } from "./settled.ts";

/** The scenario in which nothing is set up. */
const emptyTenant = "nothing-set-up";

/** What the answer rests on, the walk through the practice tenant, the text for users, and in a narrow window the script. */
export function SetUpToolBar({ children }: { readonly children: ReactNode }): ReactNode {
  const policies = usePolicies((state) => state.policies);
  const fileName = useDocument((state) => state.view?.fileName ?? "");
  const showUsersText = useSetUp((state) => state.showUsersText);
  const hasView = useSetUp((state) => state.view !== null);
  const isPractice = usePractice((state) => state.status.running);
  const sources = [`From ${fileName}`, ...(policies === null ? [] : [sourceOf(policies)])];
  return (
    <ToolBar title="Set up" subtitle={sources.join(", ")}>
      {isPractice && (
        <span className="set-up-wide">
          <PracticeTag />
        </span>
      )}
      {hasView && <CarryOut />}
      <Button look={["capsule"]} onPress={showUsersText}>
        <Icon name="document" /> Text for users
      </Button>
      {children}
    </ToolBar>
  );
}

function sourceOf(policies: PoliciesView): string {
  return policies.count === 0 ? "no policies in this tenant" : policiesSource(policies);
}

/** Carries the steps out in the practice tenant; where none runs, one in which nothing is set up is opened first. */
function CarryOut(): ReactNode {
  const isPractice = usePractice((state) => state.status.running);
  const isBusy = usePractice((state) => state.isBusy);
  const start = usePractice((state) => state.start);
  const carryOut = useSetUp((state) => state.carryOut);
  const isRunning = useSetUp((state) => state.walk?.isRunning === true);
  // What a person does by hand is no step of a walk: with nothing else left there is nothing to carry out.
  const hasSteps = useSetUp(
    (state) => state.view?.plan?.steps.some((step) => !isSettled(step) && step.byHand === null) === true,
  );
  return isPractice ? (
    <Button look={["capsule"]} isDisabled={isRunning || isBusy || !hasSteps} onPress={() => carryOut(false)}>
      <Icon name="practice" />
      <span>
        Carry out in <span className="set-up-wide">the </span>practice
        <span className="set-up-wide"> tenant</span>
      </span>
    </Button>
  ) : (
    <Button look={["capsule"]} isDisabled={isBusy} onPress={() => start(emptyTenant, true)}>
      <Icon name="practice" /> Try it in the practice tenant…
    </Button>
  );
}
