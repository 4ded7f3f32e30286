import { Fragment, type ReactNode, type RefObject, useEffect, useRef } from "react";
import type { SetUpPlanView, SetUpStepView, SetUpView } from "../../../preload/contract.ts";
import { Button } from "../../components/button.tsx";
import { Icon, type IconName } from "../../components/icon.tsx";
import { Spinner } from "../../components/spinner.tsx";
import { Tag } from "../../components/tag.tsx";
import { useRecipes, useSetUp } from "../../stores/context.ts";
import { count } from "../../text/count.ts";
import { lowerFirst } from "../../text/lower-first.ts";
import { hasPress } from "./next-press.ts";
import { PressStep } from "./press-step.tsx";
import { recipeWords } from "./recipe-text.ts";
import { RequestView } from "./request-view.tsx";
import { roleGroups, stepsWord } from "./role-groups.ts";

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
          <ol start={group.first}>
            {group.steps.map((step, index) => (
              <Step
                key={step.id}
                step={step}
                number={group.first + index}
                isPractice={view.isPractice}
                isNext={step.id === view.nextStep}
                isNothingKnown={isNothingKnown}
              />
            ))}
          </ol>
        </Fragment>
      ))}
    </section>
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

type CautionsProps = Pick<SetUpPlanView, "cautions"> & {
  /** What the table says as the risk of the recipe, where it has room for it. */
  readonly told: string | null;
};

/** What has to be said before anybody runs it, in one box. */
function Cautions({ cautions, told }: CautionsProps): ReactNode {
  // While an account stands in the field nobody is asked to name one, whether main has looked at it or not.
  const isNamed = useSetUp((state) => state.choice.breakGlass !== "");
  const nameBreakGlass = useSetUp((state) => state.nameBreakGlass);
  const shown = cautions.filter(({ isBreakGlass }) => !isBreakGlass || !isNamed);
  if (shown.length === 0) return null;
  return (
    <ul className="finding finding-warning set-up-cautions">
      {shown.map(({ text, isBreakGlass }) => (
        <li key={text} className={text === told ? "set-up-told" : ""}>
          <Icon name="warning" />
          <span className="grow">{text}</span>
          {isBreakGlass && (
            <Button
              look={["small"]}
              onPress={() => {
                nameBreakGlass(true);
                // In a narrow window the field stands in the drawer, which takes the focus to it when it is there.
                document.querySelector<HTMLElement>(".tool-bar .drawer-handle > button")?.click();
              }}
            >
              Name one…
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
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
