import type { ReactNode } from "react";
import type { SetUpStepView, SetUpView, WalkedStep } from "../../../preload/contract.ts";
import { Button } from "../../components/button.tsx";
import { Icon, type IconName } from "../../components/icon.tsx";
import { Spinner } from "../../components/spinner.tsx";
import { Tag } from "../../components/tag.tsx";
import { useRecipes, useSetUp } from "../../stores/context.ts";
import { count } from "../../text/count.ts";
import { lowerFirst } from "../../text/lower-first.ts";
import { RequestView } from "./request-view.tsx";

const looks: Readonly<Record<SetUpStepView["state"], { icon: IconName; tone: string; word: string }>> = {
  done: { icon: "ok", tone: "tone-ok", word: "Done" },
  "to-do": { icon: "circle", tone: "faint", word: "To do" },
  "cannot-tell": { icon: "question", tone: "faint", word: "Cannot tell" },
};

/** The steps of the chosen recipe: state, owner, least role, and the request itself on demand. */
export function StepList({
  view,
  onAbout,
}: {
  readonly view: SetUpView;
  readonly onAbout: () => void;
}): ReactNode {
  const { plan } = view;
  // Main has not looked at the account that stands in the field yet: what it said is about another.
  const isAnswered = useSetUp((state) => state.askedBreakGlass === state.choice.breakGlass);
  const recipe = useRecipes((state) => state.recipes.find(({ name }) => name === plan?.recipe) ?? null);
  if (plan === null || recipe === null) return null;
  const cautions = isAnswered ? plan.cautions : [];
  const amount = (state: SetUpStepView["state"]) => plan.steps.filter((step) => step.state === state).length;
  const filled = plan.settings.filter(({ holds }) => holds).length;
  const name = `${recipe.letter === null ? "" : `${recipe.letter}, `}${recipe.letter === null ? recipe.title : lowerFirst(recipe.title)}`;
  return (
    <section className="set-up-steps" aria-label={`Steps for ${name}`}>
      <div className="set-up-steps-head">
        <h2>Steps for {name}</h2>
        <span className="small faint cut">
          {amount("done")} done · {amount("to-do")} to do · {amount("cannot-tell")} cannot tell
        </span>
        <span className="grow" />
        <Tag tone="line">
          {view.policies === null
            ? "Not predicted"
            : `Predicted from ${count(view.policies, "policy", "policies")}`}
        </Tag>
        <Button look={["plain", "small"]} onPress={onAbout}>
          About it…
        </Button>
      </div>
      {cautions.map((caution) => (
        <p key={caution} className="finding finding-warning set-up-caution">
          <Icon name="warning" />
          <span className="grow">{caution}</span>
        </p>
      ))}
      <ol>
        {plan.steps.map((step, index) => (
          <Step key={step.id} step={step} number={index + 1} isPractice={view.isPractice} />
        ))}
        {plan.settings.length > 0 && (
          <li className="set-up-ids" data-state={filled === plan.settings.length ? "done" : "to-do"}>
            <div className="set-up-step">
              <span className="number faint">{plan.steps.length + 1}</span>
              <StateIcon state={filled === plan.settings.length ? "done" : "to-do"} />
              <span>
                <b>Enter the printed ids</b>{" "}
                <span className="quiet">{count(plan.settings.length, "setting")} of this profile</span>
              </span>
              <StateWord state={filled === plan.settings.length ? "done" : "to-do"} />
              <span className="faint cut">You, below</span>
              <span />
            </div>
          </li>
        )}
      </ol>
    </section>
  );
}

function StateIcon({ state }: { readonly state: SetUpStepView["state"] }): ReactNode {
  return (
    <span className={looks[state].tone}>
      <Icon name={looks[state].icon} />
    </span>
  );
}

function StateWord({ state }: { readonly state: SetUpStepView["state"] }): ReactNode {
  return <span className={`set-up-state ${looks[state].tone}`}>{looks[state].word}</span>;
}

type StepProps = { readonly step: SetUpStepView; readonly number: number; readonly isPractice: boolean };

function Step({ step, number, isPractice }: StepProps): ReactNode {
  const isOpen = useSetUp((state) => state.openStep === step.id);
  const open = useSetUp((state) => state.openRequests);
  const walked = useSetUp((state) => state.walk?.steps.find(({ id }) => id === step.id) ?? null);
  return (
    <li className={isOpen ? "set-up-open" : ""} data-step={step.id} data-state={step.state}>
      <div className="set-up-step">
        <span className="number faint">{number}</span>
        {walked?.status === "running" ? <Spinner /> : <StateIcon state={step.state} />}
        <span title={step.reason === "" ? step.title : `${step.title}. ${step.reason}`}>
          <b>{step.title}</b>
          {step.reason !== "" && <span className="quiet"> {lower(step.reason)}</span>}
        </span>
        <StateWord state={step.state} />
        <span className="faint cut" title={step.role}>
          {step.role}
        </span>
        <span className="set-up-step-actions">
          <PressButton step={step} isPractice={isPractice} />
          <Button
            look={["plain", "small"]}
            aria-expanded={isOpen}
            aria-label={`${isOpen ? "Hide" : "Show"} request of step ${number}`}
            onPress={() => open(isOpen ? null : step.id)}
          >
            {isOpen ? "Hide request" : "Show request"}
          </Button>
        </span>
      </div>
      {isOpen && <RequestView step={step} walked={walked} />}
    </li>
  );
}

/** In practice a press does what a person does by hand in a real tenant. */
function PressButton({ step, isPractice }: Omit<StepProps, "number">): ReactNode {
  const press = useSetUp((state) => state.press);
  const isRunning = useSetUp((state) => state.walk?.isRunning === true);
  if (!isPractice || step.press === null || step.state !== "to-do") return null;
  return (
    <Button look={["small"]} isDisabled={isRunning} onPress={() => press(step.id)}>
      Do it
    </Button>
  );
}

function lower(reason: string): string {
  return lowerFirst(reason).replace(/\.$/u, "");
}

/** What became of a step of a walk, in a word. */
export const walkedWords: Readonly<Record<WalkedStep["status"], string>> = {
  waiting: "Waiting",
  running: "Running",
  found: "Was there",
  made: "Made",
  changed: "Changed",
  removed: "Removed",
  "by-hand": "By hand",
  stopped: "Stopped",
};
