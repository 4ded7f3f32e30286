import type { BothMeet, SetUpStepView } from "../../../preload/contract.ts";
import type { Recipe } from "../../core/recipes/index.ts";
import { isSettled } from "../../core/setup/index.ts";

/** Steps that may be done where nobody has begun: what Microsoft brings, and policies that nobody has. */
const inEveryTenant: ReadonlySet<string> = new Set(["graph-principal", "other-policies"]);

/** What is known before anything is said. */
export type SentenceInput = {
  readonly chosen: Recipe;
  /** What the chosen recipe leads to. */
  readonly after: BothMeet;
  readonly holds: Recipe | null;
  /** Null without policies. */
  readonly today: BothMeet | null;
  /** The first policy in force that the check meets. */
  readonly meets: string | null;
  readonly steps: readonly SetUpStepView[];
  /** It is the practice tenant that the steps were looked up in. */
  readonly isPractice: boolean;
};

/** The verdict of Set up, with its reason: what holds today, then what the chosen recipe comes to. */
export function setUpSentence(input: SentenceInput) {
  const { chosen, holds, today } = input;
  const walked = begunSentence(input);
  if (walked !== null) return walked;
  if (today === null) return unknownSentence(input);
  const isHeld = holds !== null && holds.name === chosen.name;
  const isGood = isWanted(today);
  const first = todaySentence(input, today);
  const second = isHeld || isGood ? null : `${nameOf(chosen)}${comesTo(input, today)}.`;
  return {
    sentence: second === null ? first : `${first} ${second}`,
    nextStep: null,
    because: {
      strong: reasonOf(input, today),
      rest: progressOf(input),
      // Where nothing is set up yet, nothing is wrong either.
      isWarning: !isGood && holds?.name !== "none",
    },
  };
}

/** Nothing of the tenant is known: what to do about that. */
function unknownSentence(input: SentenceInput) {
  const { steps } = input;
  const isNothingKnown = steps.length > 0 && steps.every(({ state }) => state === "cannot-tell");
  return {
    sentence: "Load the policies to see what holds today.",
    nextStep: null,
    because: {
      strong: "No policies are loaded.",
      // What each way of loading them settles. What the recipe comes to stands in its row.
      rest: isNothingKnown
        ? "Microsoft Graph shows policies and apps; files show only policies."
        : progressOf(input),
      isWarning: false,
    },
  };
}

/** After a walk: what is done of it and what is left, before what holds meanwhile. Null where that is not the news. */
function begunSentence({ holds, today, steps, isPractice }: SentenceInput) {
  if (today === null || holds?.name !== "none") return null;
  const left = steps.filter((step) => !isSettled(step));
  const [next, ...others] = left;
  const isUnknown = left.some(({ state }) => state === "cannot-tell");
  if (next === undefined || !isBegun(steps) || isUnknown || steps.length <= 2 * left.length) return null;
  const done = steps.filter(({ state }) => state === "done").length;
  const spared = steps.length - left.length - done;
  const sparedWords = spared === 0 ? "" : `, and ${spared} ${spared === 1 ? "is" : "are"} not needed`;
  return {
    sentence:
      others.length === 0
        ? `One step is left: ${lowerFirst(next.title)}.`
        : `${left.length} steps are left. Next: ${lowerFirst(next.title)}.`,
    nextStep: next.id,
    because: {
      strong:
        next.id === "switch-on" ? "Until then nobody is asked for MFA." : "Nobody is asked for MFA yet.",
      rest: `${counted(done)} ${done === 1 ? "is" : "are"} done${isPractice ? " in the practice tenant" : ""}${sparedWords}.`,
      isWarning: false,
    },
  };
}

function isBegun(steps: SentenceInput["steps"]): boolean {
  return steps.some(({ id, state }) => state === "done" && !inEveryTenant.has(id));
}

function lowerFirst(text: string): string {
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}

/** MFA at the login window, and a check that leaves no red line. */
export function isWanted({ login, check }: BothMeet): boolean {
  return login === "mfa" && check === "no-mfa";
}

function nameOf({ letter, title }: Recipe): string {
  return letter === null ? title : `Recipe ${letter}`;
}

function todaySentence({ holds }: SentenceInput, today: BothMeet): string {
  if (holds === null)
    return isWanted(today) ? "Login and check meet what is wanted." : "No recipe that is known holds today.";
  if (holds.name === "none") return "Nobody is asked for MFA today.";
  if (isWanted(today)) return `${nameOf(holds)} holds: MFA at the login and a clean check.`;
  if (holds.name === "custom-scope-2023" && today.check === "mfa") return `${nameOf(holds)} no longer holds.`;
  if (holds.name === "per-user-mfa") return "MFA comes from outside Conditional Access.";
  return `${nameOf(holds)} holds, and ${outcomeWords(today)}.`;
}

/** What the chosen recipe comes to: only what is there today can be kept. */
function comesTo({ after, holds }: SentenceInput, today: BothMeet): string {
  if (!isWanted(after)) return ` ${outcomeWords(after)}`;
  if (holds?.name === "none") return " brings it to the login";
  return ` ${today.login === "mfa" ? "keeps" : "gives"} MFA at the login and a clean check`;
}

function outcomeWords({ login, check }: BothMeet): string {
  if (login === "blocked") return "shuts people out of the login";
  if (login === "depends" || check === "depends") return "depends on what is open";
  if (login === "mfa") return check === "mfa" ? "answers every check with 50076" : "blocks the check";
  return "lets people log in without MFA";
}

function reasonOf({ holds, meets }: SentenceInput, today: BothMeet): string {
  if (holds?.name === "custom-scope-2023" && today.check === "mfa" && meets !== null)
    return `Since June 2026 ${meets} applies to the check of recipe B too.`;
  if (today.check === "mfa" && meets !== null) return `${meets} applies to the check.`;
  if (today.check === "blocked" && meets !== null) return `${meets} blocks the check.`;
  if (today.login === "no-mfa") return "No policy demands MFA of the login.";
  if (isWanted(today)) return "No policy that demands MFA applies to the check.";
  return "It depends on what is open: see Conditional Access.";
}

function progressOf({ chosen, steps, today, holds }: SentenceInput): string {
  const name = chosen.letter ?? chosen.title;
  if (steps.length === 0) return `${chosen.title} needs no step in Entra ID.`;
  const amount = (state: SetUpStepView["state"]) => steps.filter((step) => step.state === state).length;
  const [done, spared, unknown] = [amount("done"), amount("not-needed"), amount("cannot-tell")];
  const left = amount("to-do");
  if (done + spared === steps.length) return `Every step of ${name} is done: Test both proves it.`;
  if (unknown === steps.length)
    return today !== null && isWanted(today) && holds?.name === chosen.name
      ? "It was set up by other means than these steps."
      : `Which steps of ${name} are done is not known, because the apps were not read.`;
  if (!isBegun(steps) && unknown === 0 && left > 1 && left < steps.length)
    return `${left} of ${steps.length} steps are left, none of them on a Mac.`;
  if (!isBegun(steps) || left === 0) return `${counted(steps.length)} make ${name}, none of them on a Mac.`;
  return left === 1
    ? `${name} is nearly there: one step is left, and not on a Mac.`
    : `${name} is begun: ${left} steps are left, none of them on a Mac.`;
}

function counted(amount: number): string {
  return amount === 1 ? "One step" : `${amount} steps`;
}
