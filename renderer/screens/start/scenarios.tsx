import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import { Button } from "react-aria-components";
import type { ScenarioView } from "../../../preload/contract.ts";
import { Button as PushButton } from "../../components/button.tsx";
import { Icon } from "../../components/icon.tsx";
import { Pair } from "../../components/pair.tsx";
import { Tag } from "../../components/tag.tsx";
import { useNavigation, usePractice } from "../../stores/context.ts";
import { codeNotConfirmed } from "../../text/certainty-text.ts";
import { inGroups } from "../../text/in-groups.ts";
import { expectedPair } from "./expected-text.ts";
import { useStartScenario } from "./use-start-scenario.ts";
import { WhatToExpect } from "./what-to-expect.tsx";

/** Of each group, until the person asks for all. */
const shownAtFirst = 2;

type Pointing = {
  /** Name of the scenario whose story stands beside the list. */
  readonly pointedAt: string | null;
  readonly onPoint: (name: string | null) => void;
};

/** The scenarios of the practice tenant with what each sign-in will meet; one press opens it with a fitting profile. */
export function Scenarios(pointing: Pointing): ReactNode {
  const scenarios = usePractice((state) => state.scenarios);
  const isBusy = usePractice((state) => state.isBusy);
  const [isWhole, setWhole] = useState(false);
  const list = useAskedList(scenarios.length > 0);
  if (scenarios.length === 0) {
    return null;
  }
  const groups = inGroups(scenarios, ({ group }) => group).map(({ title, items }) => ({
    title,
    items: isWhole ? items : items.slice(0, shownAtFirst),
  }));
  const shown = groups.flatMap(({ items }) => items).length;
  return (
    <section
      ref={list}
      id="scenarios"
      className="start-scenarios"
      aria-busy={isBusy}
      aria-label="Practice scenarios"
    >
      <div className="start-heading">
        <h2>Practice scenarios</h2>
        <WhatToExpect />
      </div>
      <p className="note quiet">
        Each is a tenant on this machine with a fitting profile. It needs no account and no network.
      </p>
      {groups.map(({ title, items }) => (
        <Group key={title} title={title} scenarios={items} {...pointing} />
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

/** Where a command asks for the list it comes into view, with the focus on its first row. */
function useAskedList(isThere: boolean) {
  const isAsked = useNavigation((state) => state.askedList === "scenarios");
  const listShown = useNavigation((state) => state.listShown);
  const list = useRef<HTMLElement>(null);
  useEffect(() => {
    if (isAsked && isThere) {
      list.current?.scrollIntoView({ block: "start" });
      list.current?.querySelector<HTMLElement>("button")?.focus();
      listShown();
    }
  }, [isAsked, isThere, listShown]);
  return list;
}

/** What stands beside the list is about a row that can be seen, unless the person is in it. */
function useToldRow(isTold: boolean, onPoint: Pointing["onPoint"]) {
  const row = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!isTold || row.current === null) return;
    const observer = new IntersectionObserver(([entry]) => {
      const isReadIn = document.activeElement?.closest(".scenario-card") != null;
      if (entry?.isIntersecting === false && !isReadIn) onPoint(null);
    });
    observer.observe(row.current);
    return () => observer.disconnect();
  }, [isTold, onPoint]);
  return row;
}

type GroupProps = Pointing & {
  readonly title: string;
  readonly scenarios: readonly ScenarioView[];
};

function Group({ title, scenarios, ...pointing }: GroupProps): ReactNode {
  const headingId = useId();
  return (
    <>
      <h3 id={headingId}>{title}</h3>
      <ul aria-labelledby={headingId}>
        {scenarios.map((scenario) => (
          <li key={scenario.name}>
            <ScenarioRow scenario={scenario} {...pointing} />
          </li>
        ))}
      </ul>
    </>
  );
}

function ScenarioRow({
  scenario,
  pointedAt,
  onPoint,
}: Pointing & { readonly scenario: ScenarioView }): ReactNode {
  const isBusy = usePractice((state) => state.isBusy);
  const start = useStartScenario();
  const { name, title, story, isUncertain } = scenario;
  const [before = "", ...rest] = story.split("\n");
  const { first, others } = sentencesOf(before);
  const point = () => onPoint(name);
  const row = useToldRow(name === pointedAt, onPoint);
  return (
    <Button
      ref={row}
      className={name === pointedAt ? "scenario scenario-told" : "scenario"}
      onPress={() => start(name)}
      onHoverStart={point}
      onFocus={point}
      isDisabled={isBusy}
    >
      <span className="grow">
        <span className="scenario-title">
          {title}{" "}
          {isUncertain && (
            <span className="scenario-uncertain">
              <Tag tone="line">{codeNotConfirmed}</Tag>
            </span>
          )}
        </span>
        {/* The whole of it stands beside the list, and is read aloud here; a narrow list has the first sentence alone. */}
        <span className="scenario-story" title={story}>
          {first} <span className="scenario-more">{others}</span>{" "}
          <span className="scenario-rest">{rest.join(" ")}</span>
        </span>
      </span>
      <Pair {...expectedPair(scenario)} />
      <Icon name="right" size="small" />
    </Button>
  );
}

/** A new sentence begins with a capital after a stop: the stop of a version or a date ends none. */
function sentencesOf(text: string): { readonly first: string; readonly others: string } {
  const end = text.search(/(?<=[.?!]) (?=\p{Lu})/u);
  return end === -1
    ? { first: text, others: "" }
    : { first: text.slice(0, end), others: text.slice(end + 1) };
}
