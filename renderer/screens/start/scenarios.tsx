import { type ReactNode, useId, useState } from "react";
import { Button } from "react-aria-components";
import type { ScenarioView } from "../../../preload/contract.ts";
import { Button as PushButton } from "../../components/button.tsx";
import { Icon } from "../../components/icon.tsx";
import { Pair } from "../../components/pair.tsx";
import { PracticeTag } from "../../components/tag.tsx";
import { useNavigation, usePractice } from "../../stores/context.ts";
import { inGroups } from "../../text/in-groups.ts";
import { expectedWord } from "./expected-text.ts";

/** Of each group, until the person asks for all. */
const shownAtFirst = 2;

/** The scenarios of the practice tenant with what each sign-in will meet; one press opens it with a fitting profile. */
export function Scenarios(): ReactNode {
  const scenarios = usePractice((state) => state.scenarios);
  const isBusy = usePractice((state) => state.isBusy);
  const [isWhole, setWhole] = useState(false);
  if (scenarios.length === 0) {
    return null;
  }
  const groups = inGroups(scenarios, ({ group }) => group).map(({ title, items }) => ({
    title,
    items: isWhole ? items : items.slice(0, shownAtFirst),
  }));
  const shown = groups.flatMap(({ items }) => items).length;
  return (
    <section id="scenarios" className="start-scenarios" aria-busy={isBusy} aria-label="Practice scenarios">
      <div className="start-heading">
        <h2>Practice scenarios</h2>
        <PracticeTag />
        <p>
          What to expect at <Icon name="login-window" size="small" /> login window{" "}
          <Icon name="password-check" size="small" /> password check
        </p>
      </div>
      {groups.map(({ title, items }) => (
        <Group key={title} title={title} scenarios={items} isDisabled={isBusy} />
      ))}
      {(isWhole || shown < scenarios.length) && (
        <div className="start-more">
          <span>
            {shown} of {scenarios.length}
          </span>
          <PushButton look={["plain", "small"]} onPress={() => setWhole(!isWhole)}>
            {isWhole ? "Show fewer" : `Show all ${scenarios.length}`}
          </PushButton>
        </div>
      )}
    </section>
  );
}

type GroupProps = {
  readonly title: string;
  readonly scenarios: readonly ScenarioView[];
  readonly isDisabled: boolean;
};

function Group({ title, scenarios, isDisabled }: GroupProps): ReactNode {
  const headingId = useId();
  return (
    <>
      <h3 id={headingId}>{title}</h3>
      <ul aria-labelledby={headingId}>
        {scenarios.map((scenario) => (
          <li key={scenario.name}>
            <ScenarioRow scenario={scenario} isDisabled={isDisabled} />
          </li>
        ))}
      </ul>
    </>
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
