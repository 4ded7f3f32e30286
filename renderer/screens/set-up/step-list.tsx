import { Fragment, type ReactNode, type RefObject, useEffect, useRef, useState } from "react";
import type { SetUpPlanView, SetUpStepView, SetUpView } from "../../../preload/contract.ts";
import { Button } from "../../components/button.tsx";
import { Icon, type IconName } from "../../components/icon.tsx";
import { Spinner } from "../../components/spinner.tsx";
import { Tag } from "../../components/tag.tsx";
import { useRecipes, useSetUp } from "../../stores/context.ts";
import { count } from "../../text/count.ts";
import { lowerFirst } from "../../text/lower-first.ts";
import { Cautions } from "./cautions.tsx";
import { foldedSteps } from "./folded-steps.ts";
import { hasPress } from "./next-press.ts";
import { PressStep } from "./press-step.tsx";
import { recipeWords } from "./recipe-text.ts";
import { RequestView } from "./request-view.tsx";
import { type RoleGroup, roleGroups, stepsWord } from "./role-groups.ts";
import { isSettled } from "./settled.ts";
import { StepFold } from "./step-fold.tsx";

const looks: Readonly<Record<SetUpStepView["state"], { icon: IconName; tone: string; word: string }>> = {
  done: { icon: "ok", tone: "tone-ok", word: "Done" },
  "not-needed": { icon: "skip", tone: "faint", word: "Not needed" },
  "to-do": { icon: "circle", tone: "faint", word: "To do" },
  "cannot-tell": { icon: "question", tone: "faint", word: "Not known" },
};

/** The steps of the chosen recipe by the least role that does them: state, and the request itself on demand. */
export function StepList({
  view,
  onAbout,
}: {
  readonly view: SetUpView;
  readonly onAbout: () => void;
}): ReactNode {
  const { plan } = view;
  const recipe = useRecipes((state) => state.recipes.find(({ name }) => name === plan?.recipe) ?? null);
  if (plan === null || recipe === null) return null;
  const { letter, title } = recipe;
  const name = letter === null ? title : `${letter}, ${lowerFirst(title)}`;
  // Said once in the head, and not fifteen times.
  const isNothingKnown = plan.steps.every(({ state }) => state === "cannot-tell");
  return (
    <section
      className={`set-up-steps ${isNothingKnown ? "set-up-stateless" : ""}`}
      aria-label={`Steps for ${name}`}
    >
      <div className="set-up-steps-head">
        <h2>Steps for {name}</h2>
        <span className="small faint cut">
          {isNothingKnown ? `${count(plan.steps.length, "step")}, state not known` : amounts(plan.steps)}
        </span>
        <span className="grow" />
        {view.policies !== null && view.policies > 0 && (
          <Tag tone="line">Predicted from {count(view.policies, "policy", "policies")}</Tag>
        )}
        <Button look={["plain", "small"]} onPress={onAbout}>
          {letter === null ? `About ${lowerFirst(title)}…` : `About recipe ${letter}…`}
        </Button>
      </div>
      <Cautions
        cautions={plan.cautions}
        told={recipeWords[recipe.name]?.saysCaution === true ? recipe.caution : null}
      />
      {roleGroups(plan.steps).map((group) => (
        <Fragment key={group.first}>
          <h3 className="set-up-role">
            {group.role} <span className="faint">· {stepsWord(group)}</span>
          </h3>
          <Steps view={view} plan={plan} group={group} isNothingKnown={isNothingKnown} />
        </Fragment>
      ))}
    </section>
  );
}

type StepsProps = {
  readonly view: SetUpView;
  readonly plan: SetUpPlanView;
  readonly group: RoleGroup;
  readonly isNothingKnown: boolean;
};

/** The steps one by one; those that are done take one row where something is left, until somebody opens it. */
function Steps({ view, plan, group, isNothingKnown }: StepsProps): ReactNode {
  // A walk shows what it does.
  const isRunning = useSetUp((state) => state.walk?.isRunning === true);
  const openStep = useSetUp((state) => state.openStep);
  const [opened, setOpened] = useState<readonly string[]>([]);
  const folds = isRunning || plan.steps.every(isSettled) ? [] : foldedSteps(group.steps, group.first);
  return (
    <ol start={group.first}>
      {group.steps.map((step, index) => {
        const number = group.first + index;
        const fold = folds.find(({ first, last }) => first <= number && number <= last);
        const inFold =
          fold === undefined ? [] : plan.steps.slice(fold.first - 1, fold.last).map(({ id }) => id);
        const name = `${plan.recipe} ${inFold[0] ?? ""}`;
        const isOpen = opened.includes(name) || inFold.some((id) => id === openStep);
        return (
          <Fragment key={step.id}>
            {fold?.first === number && (
              <StepFold
                fold={fold}
                isOpen={isOpen}
                onOpen={(open) => setOpened(open ? [...opened, name] : opened.filter((one) => one !== name))}
              />
            )}
            {(fold === undefined || isOpen) && (
              <Step
                step={step}
                number={number}
                isPractice={view.isPractice}
                isNext={step.id === view.nextStep}
                isNothingKnown={isNothingKnown}
              />
            )}
          </Fragment>
        );
      })}
    </ol>
  );
}

/** `1 done · 13 to do · 1 not needed`, without what there is none of. */
function amounts(steps: readonly SetUpStepView[]): string {
  return (["done", "to-do", "not-needed", "cannot-tell"] as const)
    .map((state) => ({ state, amount: steps.filter((step) => step.state === state).length }))
    .filter(({ amount }) => amount > 0)
    .map(({ state, amount }) => `${amount} ${looks[state].word.toLowerCase()}`)
    .join(" · ");
}

function StateIcon({ state }: { readonly state: SetUpStepView["state"] }): ReactNode {
  return (
    <span className={looks[state].tone}>
      <Icon name={looks[state].icon} />
    </span>
  );
}

/** What is still to do has its empty circle, and no word beside it. */
function StateWord({ state }: { readonly state: SetUpStepView["state"] }): ReactNode {
  const { tone, word } = looks[state];
  return (
    <span className={`set-up-state ${tone}`}>
      {state === "to-do" ? <span className="visually-hidden">{word}</span> : word}
    </span>
  );
}

type StepProps = {
  readonly step: SetUpStepView;
  readonly number: number;
  readonly isPractice: boolean;
  /** The verdict names it: it is the one that is left. */
  readonly isNext: boolean;
  /** Nothing is known about any step, which stands in the head. */
  readonly isNothingKnown: boolean;
};

function Step({ step, number, isPractice, isNext, isNothingKnown }: StepProps): ReactNode {
  const isOpen = useSetUp((state) => state.openStep === step.id);
  const open = useSetUp((state) => state.openRequests);
  const walked = useSetUp((state) => state.walk?.steps.find(({ id }) => id === step.id) ?? null);
  const row = useRef<HTMLLIElement>(null);
  useInSight(row, isOpen);
  const wasThere = step.state === "done" && walked?.status === "found";
  const reason = isNothingKnown ? "" : wasThere && step.reason === "" ? "already there" : lower(step.reason);
  const look = [isOpen ? "set-up-open" : "", isNext ? "set-up-next" : ""].filter(Boolean).join(" ");
  return (
    <li ref={row} className={look} data-step={step.id} data-state={step.state}>
      <div className="set-up-step">
        <span className="number faint">{number}</span>
        {!isNothingKnown && (walked?.status === "running" ? <Spinner /> : <StateIcon state={step.state} />)}
        <span title={step.reason === "" ? step.title : `${step.title}. ${step.reason}`}>
          <b>{step.title}</b>
          {reason !== "" && <span className="quiet"> {reason}</span>}
        </span>
        {!isNothingKnown && <StateOrPress step={step} isPractice={isPractice} />}
        <Button
          look={["plain", "small"]}
          className="set-up-show"
          aria-expanded={isOpen}
          aria-label={`${isOpen ? "Hide" : "Show"} request of step ${number}`}
          onPress={() => open(isOpen ? null : step.id)}
        >
          <span>{isOpen ? "Hide request" : "Show request"}</span>
          <Icon name={isOpen ? "up" : "down"} size="small" />
        </Button>
      </div>
      {isOpen && <RequestView step={step} number={number} walked={walked} />}
    </li>
  );
}

/** Brings a row into sight whole, and keeps it there when the window becomes another size. */
function useInSight(row: RefObject<HTMLElement | null>, isWanted: boolean): void {
  useEffect(() => {
    if (!isWanted) return;
    const show = () => row.current?.scrollIntoView({ block: "nearest" });
    show();
    window.addEventListener("resize", show);
    return () => window.removeEventListener("resize", show);
  }, [row, isWanted]);
}

/** In practice a press does what a person does by hand in a real tenant; it stands in the place of the word. */
function StateOrPress({ step, isPractice }: Pick<StepProps, "step" | "isPractice">): ReactNode {
  if (!isPractice || !hasPress(step)) return <StateWord state={step.state} />;
  return (
    <span className="set-up-state">
      <span className="visually-hidden">{looks[step.state].word}</span>
      <PressStep step={step} />
    </span>
  );
}

function lower(reason: string): string {
  return lowerFirst(reason).replace(/\.$/u, "");
}
