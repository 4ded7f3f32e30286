import type { ReactNode } from "react";
import { Popup } from "../../../components/popup.tsx";
import { Toggle } from "../../../components/toggle.tsx";
import { useDocument, usePractice } from "../../../stores/context.ts";
import { PracticeSwitchesButton } from "./practice-switches.tsx";

/** Sends the tests of this profile to the practice tenant instead of the real one. Nothing is written to the profile. */
export function PracticeSwitch({ isDisabled }: { readonly isDisabled: boolean }): ReactNode {
  const status = usePractice((state) => state.status);
  const scenarios = usePractice((state) => state.scenarios);
  const isBusy = usePractice((state) => state.isBusy);
  const start = usePractice((state) => state.start);
  const toggle = usePractice((state) => state.toggle);
  // A scenario may come with settings of its own; a profile of the person's stays as it is.
  const isPracticeProfile = useDocument((state) => state.view?.practice === true);
  if (scenarios.length === 0) {
    return null;
  }
  return (
    <span className={status.running ? "practice-switch practice-on" : "practice-switch"}>
      <Toggle isOn={status.running} isDisabled={isDisabled || isBusy} onChange={toggle}>
        Practice
      </Toggle>
      {status.running && (
        <Popup
          label="Practice scenario"
          options={scenarios.map(({ name, title, story, group }) => ({
            id: name,
            title,
            note: story,
            group,
          }))}
          cutsMiddle
          value={status.scenario.name}
          isDisabled={isDisabled || isBusy}
          onChange={(name) => start(name, isPracticeProfile)}
        />
      )}
      <PracticeSwitchesButton isDisabled={isDisabled || isBusy} />
    </span>
  );
}
