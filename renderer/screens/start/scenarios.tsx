import type { ReactNode } from "react";
import { Button } from "react-aria-components";
import type { ScenarioView } from "../../../preload/contract.ts";
import { useNavigation, usePractice } from "../../app/context.ts";
import { Icon } from "../../components/icon.tsx";
import { Pair } from "../../components/pair.tsx";
import { PracticeTag } from "../../components/tag.tsx";
import { expectedWord } from "./expected-word.ts";

/** Every scenario of the practice tenant with what each sign-in will meet; one press opens it with a fitting profile. */
export function Scenarios(): ReactNode {
  const scenarios = usePractice((state) => state.scenarios);
  const isBusy = usePractice((state) => state.isBusy);
  if (scenarios.length === 0) {
    return null;
  }
  return (
    <section id="scenarios" className="start-scenarios" aria-busy={isBusy}>
      <div className="start-heading">
        <h2>Practice scenarios</h2>
        <PracticeTag />
        <p>
          What each gives at <Icon name="login-window" size="small" /> login window{" "}
          <Icon name="password-check" size="small" /> password check
        </p>
      </div>
      <ul>
        {scenarios.map((scenario) => (
          <li key={scenario.name}>
            <ScenarioRow scenario={scenario} isDisabled={isBusy} />
          </li>
        ))}
      </ul>
    </section>
  );
}

type ScenarioRowProps = { readonly scenario: ScenarioView; readonly isDisabled: boolean };

function ScenarioRow({ scenario, isDisabled }: ScenarioRowProps): ReactNode {
  const start = usePractice((state) => state.start);
  const go = useNavigation((state) => state.go);
  const open = async () => {
    if (await start(scenario.name, true)) {
      go("test");
    }
  };
  return (
    <Button className="scenario" onPress={open} isDisabled={isDisabled}>
      <Icon name="practice" />
      <span className="grow">
        <b>{scenario.title}</b>
        <span>{scenario.story}</span>
      </span>
      <Pair
        login={expectedWord(scenario.expected.login, "login")}
        check={expectedWord(scenario.expected.check, "check")}
      />
    </Button>
  );
}
