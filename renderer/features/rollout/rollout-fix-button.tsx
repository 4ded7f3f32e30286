import type { ReactNode } from "react";
import type { RolloutFix } from "../../../preload/contract.ts";
import { Button, type ButtonLook } from "../../components/button.tsx";
import { LoadPolicies } from "../../components/load-policies.tsx";
import { useHistory, useNavigation, usePractice, useRuns } from "../../stores/context.ts";
import type { Screen } from "../../stores/navigation-store.ts";
import { useOpenProfile } from "../../stores/use-open-profile.ts";

type RolloutFixButtonProps = {
  readonly fix: RolloutFix;
  /** The run that was judged. */
  readonly runId: string | null;
  readonly onLeave: () => void;
  /** The one filled button of the view. */
  readonly isMain?: boolean;
};

/** What can be done about one reason. */
export function RolloutFixButton({ fix, runId, onLeave, isMain = false }: RolloutFixButtonProps): ReactNode {
  const look: readonly ButtonLook[] = isMain ? ["small", "primary"] : ["small"];
  switch (fix) {
    case "load-policies":
      return <LoadPolicies look={look} />;
    case "test-both":
      return <TestBoth look={look} onLeave={onLeave} />;
    case "leave-practice":
      return <LeavePractice look={look} onLeave={onLeave} />;
    case "open-profile":
      return <OpenProfile look={look} onLeave={onLeave} />;
    case "read-run":
      return runId === null ? null : <ReadRun runId={runId} look={look} onLeave={onLeave} />;
    case "read-findings":
      return <GoTo screen="profile" label="Show the findings" look={look} onLeave={onLeave} />;
    case "sign":
      return <GoTo screen="export" label="Sign on Export…" look={look} onLeave={onLeave} />;
  }
}

type FixProps = { readonly look: readonly ButtonLook[]; readonly onLeave: () => void };

/** Both need a person's name and password; without them the way leads to the fields. */
function TestBoth({ look, onLeave }: FixProps): ReactNode {
  const go = useNavigation((state) => state.go);
  const start = useRuns((state) => state.start);
  const canStart = useRuns((state) => state.username.trim() !== "" && state.password !== "");
  const isBusy = useRuns((state) => state.runningId !== null || state.isStarting);
  return (
    <Button
      look={look}
      isDisabled={isBusy}
      onPress={() => {
        onLeave();
        go("test");
        if (canStart) {
          start("both");
        } else {
          focusFirstEmptyField();
        }
      }}
    >
      {canStart ? "Run Test both" : "Test both…"}
    </Button>
  );
}

/** The dialog gives the focus back when it is gone, and the form may have to come first. */
function focusFirstEmptyField(): void {
  setTimeout(() => {
    const fields = [...document.querySelectorAll<HTMLInputElement>(".test-form input")];
    (fields.find((field) => field.value === "") ?? fields[0])?.focus();
  }, 0);
}

function LeavePractice({ look, onLeave }: FixProps): ReactNode {
  const isOn = usePractice((state) => state.status.running);
  const isBusy = usePractice((state) => state.isBusy);
  const isTesting = useRuns((state) => state.runningId !== null || state.isStarting);
  const stop = usePractice((state) => state.stop);
  return isOn ? (
    <Button look={look} isDisabled={isBusy || isTesting} onPress={stop}>
      Turn off Practice
    </Button>
  ) : (
    <TestBoth look={look} onLeave={onLeave} />
  );
}

function OpenProfile({ look, onLeave }: FixProps): ReactNode {
  const open = useOpenProfile();
  return (
    <Button
      look={look}
      onPress={() => {
        onLeave();
        open();
      }}
    >
      Open the real profile…
    </Button>
  );
}

function ReadRun({ runId, look, onLeave }: FixProps & { readonly runId: string }): ReactNode {
  const go = useNavigation((state) => state.go);
  const select = useHistory((state) => state.select);
  return (
    <Button
      look={look}
      onPress={() => {
        onLeave();
        go("test");
        select(runId);
      }}
    >
      Show the run
    </Button>
  );
}

type GoToProps = FixProps & { readonly screen: Screen; readonly label: string };

/** Nothing where the way leads to the screen that is shown already. */
function GoTo({ screen, label, look, onLeave }: GoToProps): ReactNode {
  const current = useNavigation((state) => state.screen);
  const go = useNavigation((state) => state.go);
  return current === screen ? null : (
    <Button
      look={look}
      onPress={() => {
        onLeave();
        go(screen);
      }}
    >
      {label}
    </Button>
  );
}
