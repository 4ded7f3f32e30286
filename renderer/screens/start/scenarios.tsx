import { type ReactNode, useState } from "react";
import { Button } from "react-aria-components";
import type { ScenarioView } from "../../../preload/contract.ts";
import { useNavigation, usePractice } from "../../app/context.ts";
import { Button as PushButton } from "../../components/button.tsx";
import { Icon } from "../../components/icon.tsx";
import { Pair } from "../../components/pair.tsx";
import { PracticeTag } from "../../components/tag.tsx";
import { expectedWord } from "./expected-word.ts";

const shownAtFirst = 8;

/** The scenarios of the practice tenant with what each sign-in will meet; one press opens it with a fitting profile. */
export function Scenarios(): ReactNode {
  const scenarios = usePractice((state) => state.scenarios);
  const isBusy = usePractice((state) => state.isBusy);
  const [isWhole, setWhole] = useState(false);
  if (scenarios.length === 0) {
    return null;
  }
  const shown = isWhole ? scenarios : scenarios.slice(0, shownAtFirst);
  return (
    <section id="scenarios" className="start-scenarios" aria-busy={isBusy} aria-label="Practice scenarios">
      <div className="start-heading">
        <h2>Practice scenarios</h2>
        <PracticeTag />
        <p>
          What each gives at <Icon name="login-window" size="small" /> login window{" "}
          <Icon name="password-check" size="small" /> password check
        </p>
      </div>
      <ul>
        {shown.map((scenario) => (
          <li key={scenario.name}>
            <ScenarioRow scenario={scenario} isDisabled={isBusy} />
          </li>
        ))}
      </ul>
      {scenarios.length > shownAtFirst && (
        <div className="start-more">
          <span>
            {shown.length} of {scenarios.length}
          </span>
          <PushButton look={["plain", "small"]} onPress={() => setWhole(!isWhole)}>
            {isWhole ? "Show fewer" : `Show all ${scenarios.length}`}
          </PushButton>
        </div>
      )}
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
      <span className="scenario-head">
        <Icon name="practice" size="small" />
        <span className="scenario-title">{scenario.title}</span>
        <Pair
          login={expectedWord(scenario.expected, "login")}
          check={expectedWord(scenario.expected, "check")}
        />
      </span>
      <span className="scenario-story">{scenario.story}</span>
    </Button>
  );
}
