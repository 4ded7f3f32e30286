import type { ReactNode } from "react";
import type { ScenarioView } from "../../../preload/contract.ts";
import { Button } from "../../components/button.tsx";
import { Pair } from "../../components/pair.tsx";
import { Tag } from "../../components/tag.tsx";
import { usePractice, useTemplates } from "../../stores/context.ts";
import { hasAnswers } from "../../stores/templates-store.ts";
import { codeNotConfirmed } from "../../text/certainty-text.ts";
import { expectedPair } from "./expected-text.ts";
import { useStartScenario } from "./use-start-scenario.ts";

/** Beside the scenarios: the whole story of the one that is pointed at. */
export function ScenarioCard({ name }: { readonly name: string | null }): ReactNode {
  const scenarios = usePractice((state) => state.scenarios);
  const scenario = scenarios.find((candidate) => candidate.name === name);
  if (scenario === undefined) return null;
  return (
    <div className="start-aside-stuck scenario-card">
      <p className="scenario-card-kind">Practice tenant</p>
      <Story scenario={scenario} />
    </div>
  );
}

function Story({ scenario }: { readonly scenario: ScenarioView }): ReactNode {
  const isBusy = usePractice((state) => state.isBusy);
  const start = useStartScenario();
  // Who fills a template in has taken another way.
  const isMainWay = !useTemplates(hasAnswers);
  return (
    <>
      <h2>{scenario.title}</h2>
      <p className="scenario-card-pair">
        <Pair {...expectedPair(scenario)} />
        {scenario.isUncertain && <Tag tone="line">{codeNotConfirmed}</Tag>}
      </p>
      {scenario.story.split("\n").map((line) => (
        <p key={line} className="note quiet">
          {line}
        </p>
      ))}
      <Button look={isMainWay ? ["primary"] : []} isDisabled={isBusy} onPress={() => start(scenario.name)}>
        Open the practice tenant
      </Button>
    </>
  );
}
