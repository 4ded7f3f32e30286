import type { BaselineCell } from "../../main/core/pair/baseline-rows.ts";
import type { Problem } from "../../main/core/problem.ts";
import type { RecipeName } from "../../main/core/recipes/recipe-name.ts";
import type { GraphRequest } from "../../main/core/setup/setup-plan.ts";
import type { StepState } from "../../main/core/setup/step-state.ts";
import type { UsersText } from "../../main/core/setup/users-text.ts";
import type { Call, Names, Nothing } from "./define.ts";
import type { FileHandle } from "./files.ts";

export type { UsersText };

/** What a person chose on Set up. */
export type SetUpChoice = {
  readonly recipe: string;
  readonly additions: readonly string[];
  /** Begins the name of every object; empty takes the usual one. */
  readonly name: string;
  /** Object id of the account or group that no policy may shut out; empty where nobody gave one. */
  readonly breakGlass: string;
};

export type ScriptFormat = "graph-powershell" | "az" | "graph-rest" | "markdown";

/** What the two sign-ins meet; `no-mfa` of the check is a clean one. */
export type BothMeet = { readonly login: BaselineCell; readonly check: BaselineCell };

/** One recipe: what holds under it today, and what it would lead to here. */
export type RecipeLine = {
  readonly name: RecipeName;
  /** Null for every recipe but the one that is followed today. */
  readonly today: BothMeet | null;
  readonly after: BothMeet;
  /** Predicted from the tenant's policies; false where it is what the recipe leads to by itself. */
  readonly isPredicted: boolean;
};

/** A step of the chosen recipe with what was seen of it. */
export type SetUpStepView = StepState & {
  readonly title: string;
  readonly role: string;
  readonly lookUp: GraphRequest;
  readonly create: GraphRequest | null;
  readonly update: GraphRequest | null;
  readonly byHand: string | null;
  /** What carries a step by hand out in the practice tenant. */
  readonly press: GraphRequest | null;
  /** Numbers of the steps that bring what stands in braces; its own stands for its own look-up. */
  readonly bracesFrom: readonly number[];
};

/** The chosen recipe as steps. */
export type SetUpPlanView = {
  /** Whose steps these are; the choice may have gone on meanwhile. */
  readonly recipe: RecipeName;
  readonly steps: readonly SetUpStepView[];
  /** What has to be said before anybody runs it; one of them is about the account that nobody has named. */
  readonly cautions: readonly { readonly text: string; readonly isBreakGlass: boolean }[];
  readonly left: readonly string[];
  readonly permissions: readonly string[];
  /** What stands in the profile when it is filled, with `{name}` for an id that nobody knows yet. */
  readonly settings: readonly { readonly title: string; readonly value: string; readonly holds: boolean }[];
  /** What the practice tenant would print now; null elsewhere, and while a step is open. */
  readonly printed: string | null;
};

/** Everything that Set up shows about the open profile and a choice. */
export type SetUpView = {
  /** As the profile names it, or the practice tenant's domain while it runs. */
  readonly tenant: string;
  readonly isPractice: boolean;
  /** The open profile is the practice tenant's own: its ids may go into it. */
  readonly isPracticeProfile: boolean;
  readonly sentence: string;
  /** The step that the sentence names. */
  readonly nextStep: string | null;
  readonly because: {
    readonly strong: string;
    readonly rest: string;
    /** What holds today is not what is wanted. */
    readonly isWarning: boolean;
  };
  readonly holds: RecipeName | null;
  /** Where the answer comes from: `14 policies`; null where no policies are known. */
  readonly policies: number | null;
  readonly lines: readonly RecipeLine[];
  readonly plan: SetUpPlanView | null;
  /** Why the choice gives no plan. */
  readonly problem: Problem | null;
  /** Accounts and groups by name, as far as they are known. */
  readonly people: readonly { readonly id: string; readonly name: string }[];
};

/** One request with its answer, as the practice tenant gave it. */
export type SetUpExchange = {
  readonly request: GraphRequest;
  readonly status: number;
  /** How many objects a look-up found; null for what is no list. */
  readonly found: number | null;
  /** What matters of the answer as text: its ids, or all that a refusal says. */
  readonly answer: string;
};

export type WalkedStep = {
  readonly id: string;
  readonly title: string;
  readonly status:
    | "waiting"
    | "running"
    | "found"
    | "not-needed"
    | "made"
    | "changed"
    | "removed"
    | "by-hand"
    | "stopped";
  readonly exchanges: readonly SetUpExchange[];
};

/** A set-up that is carried out in the practice tenant, or was. */
export type SetUpWalk = {
  readonly kind: "set-up" | "undo";
  readonly isRunning: boolean;
  readonly steps: readonly WalkedStep[];
  /** Why it stopped; null while it runs and where it came to its end. */
  readonly problem: Problem | null;
  /** What is still there after the way back, and why. */
  readonly left: readonly string[];
};

/** A text that was handed over: saved by the host, or to be downloaded. */
export type SavedText = {
  readonly fileName: string;
  readonly savedTo: string | null;
  readonly download: FileHandle | null;
};

/** Whom a text is for. */
export type TextReader = "users" | "service-desk";

type Choice = { readonly choice: SetUpChoice };
type Script = Choice & { readonly format: ScriptFormat; readonly isUndo: boolean };

export type SetUpCalls = {
  /** Problems: those of the profile's settings, `provider-not-entra`. What is wrong with the choice stands in the view. */
  readonly "setUp.view": Call<Choice, SetUpView>;
  /** The script for the identity team. Nothing is sent anywhere. */
  readonly "setUp.script": Call<Script, { readonly text: string }>;
  readonly "setUp.saveScript": Call<Script, SavedText | null>;
  /**
   * Carries the steps out in the practice tenant, or the way back. How it goes comes by `setUp.walked`; the call answers when it has
   * ended. Problems: `practice-not-running`, `set-up-running`, those of the choice.
   */
  readonly "setUp.carryOut": Call<Choice & { readonly isUndo: boolean }, null>;
  /** Does in the practice tenant what a person does by hand in a real one. */
  readonly "setUp.press": Call<Choice & { readonly stepId: string }, null>;
  /** Ends it after the request that is on its way. */
  readonly "setUp.stop": Call<Nothing, null>;
  /** The walk of this session; null before the first. */
  readonly "setUp.walk": Call<Nothing, SetUpWalk | null>;
  /** Puts what a script printed into every domain of the open profile, as one change; answers with how many keys. */
  readonly "setUp.fill": Call<Choice & { readonly printed: string }, { readonly keys: number }>;
  /** What users and service desk are told about a recipe, each as Markdown. */
  readonly "setUp.usersText": Call<{ readonly recipe: string }, UsersText>;
  readonly "setUp.saveUsersText": Call<
    { readonly recipe: string; readonly reader: TextReader },
    SavedText | null
  >;
};

export const setUpCalls: Names<SetUpCalls> = {
  "setUp.view": true,
  "setUp.script": true,
  "setUp.saveScript": true,
  "setUp.carryOut": true,
  "setUp.press": true,
  "setUp.stop": true,
  "setUp.walk": true,
  "setUp.fill": true,
  "setUp.usersText": true,
  "setUp.saveUsersText": true,
};

export type SetUpEvents = { readonly "setUp.walked": SetUpWalk };

export const setUpEvents: Names<SetUpEvents> = { "setUp.walked": true };
