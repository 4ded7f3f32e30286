import { createStore, type StoreApi } from "zustand/vanilla";
import type {
  Latchkey,
  Problem,
  Result,
  ScriptFormat,
  SetUpChoice,
  SetUpView,
  SetUpWalk,
  TextReader,
  UsersText,
} from "../../preload/contract.ts";
import { type Deliver, deliverMade } from "./files.ts";
import { holdBack } from "./hold-back.ts";
import { createQuery } from "./query.ts";

export type SetUpState = {
  readonly choice: SetUpChoice;
  /** Null until it was asked for, and where the profile has no sign-ins of Entra ID. */
  readonly view: SetUpView | null;
  readonly problem: Problem | null;
  readonly format: ScriptFormat;
  /** The script of the choice; null where the choice gives none. */
  readonly script: string | null;
  /** Another recipe or format was chosen, and its script is on its way. */
  readonly isScripting: boolean;
  /** The step whose requests are shown. */
  readonly openStep: string | null;
  /** The walk through the practice tenant; null before the first of this choice. */
  readonly walk: SetUpWalk | null;
  /** What was pasted at the foot. */
  readonly printed: string;
  /** How many keys were filled last; null while nothing was, and once it was taken back. */
  readonly filled: number | null;
  /** Why an action did not work. */
  readonly actionProblem: Problem | null;
  /** The texts for users and for the service desk; null while they are not shown. */
  readonly usersText: UsersText | null;
  /** The field of the break-glass account is to take the focus, wherever it stands. */
  readonly isNamingBreakGlass: boolean;
  /** Asks again: profile, policies or tenant have changed. */
  readonly ask: () => void;
  readonly choose: (change: Partial<SetUpChoice>) => void;
  readonly setFormat: (format: ScriptFormat) => void;
  readonly openRequests: (stepId: string | null) => void;
  readonly save: (isUndo: boolean) => Promise<void>;
  /** The undo script in the chosen format; null where there is none. */
  readonly undoScript: () => Promise<string | null>;
  readonly carryOut: (isUndo: boolean) => Promise<void>;
  readonly press: (stepId: string) => Promise<void>;
  readonly stop: () => void;
  readonly closeWalk: () => void;
  readonly paste: (printed: string) => void;
  readonly fill: () => Promise<void>;
  readonly unfilled: () => void;
  readonly showUsersText: () => Promise<void>;
  readonly saveUsersText: (reader: TextReader) => Promise<void>;
  readonly nameBreakGlass: (isNaming: boolean) => void;
  readonly closeUsersText: () => void;
  readonly dismiss: () => void;
  readonly receive: (walk: SetUpWalk) => void;
  /** The app behind the page does not answer just now: what was answered last is shown meanwhile. */
  readonly hostSilent: (isSilent: boolean) => void;
  /** The app behind the page is gone: what was answered last is shown, for the choice it was asked for. */
  readonly hostGone: () => void;
  /** Another document: nothing of what was pasted or walked is about it. */
  readonly forget: () => void;
};

export type SetUpStore = StoreApi<SetUpState>;

const start = {
  view: null,
  problem: null,
  script: null,
  isScripting: false,
  walk: null,
  printed: "",
  filled: null,
  actionProblem: null,
  usersText: null,
  isNamingBreakGlass: false,
  openStep: null,
};

/** Holds what was chosen on Set up, and what main says about it. */
export function createSetUpStore(host: Latchkey, deliver: Deliver): SetUpStore {
  return createStore<SetUpState>()((set, get) => {
    let answered: Partial<SetUpState> = {};
    const view = createQuery(
      (choice: SetUpChoice) => host.call("setUp.view", { choice }),
      (answer, choice) => {
        if (answer.ok) answered = { ...answered, choice, view: answer.value };
        set({ view: answer.ok ? answer.value : null, problem: answer.ok ? null : answer.problem });
      },
    );
    const script = createQuery(
      (format: ScriptFormat) => host.call("setUp.script", { choice: get().choice, format, isUndo: false }),
      (answer, format) => {
        if (answer.ok) answered = { ...answered, format, script: answer.value.text, isScripting: false };
        set({ script: answer.ok ? answer.value.text : null, isScripting: false });
      },
    );
    const askAll = () => {
      view.ask(get().choice);
      script.ask(get().format);
    };
    const told = (answer: Result<unknown>) => set({ actionProblem: answer.ok ? null : answer.problem });
    return {
      choice: { recipe: "two-apis", additions: [], name: "", breakGlass: "" },
      format: "graph-powershell",
      ...start,
      ask: askAll,
      choose: (change) => {
        const isOther = change.recipe !== undefined && change.recipe !== get().choice.recipe;
        set({
          choice: { ...get().choice, ...change },
          ...(isOther ? { openStep: null, filled: null, script: null, isScripting: true } : {}),
        });
        askAll();
      },
      setFormat: (format) => {
        set({ format, script: null, isScripting: true });
        script.ask(format);
      },
      openRequests: (openStep) => set({ openStep }),
      save: async (isUndo) => {
        const { choice, format } = get();
        const made = await host.call("setUp.saveScript", { choice, format, isUndo });
        told(made);
        if (made.ok && made.value !== null)
          set({ actionProblem: await deliverMade(host, made.value, deliver) });
      },
      undoScript: async () => {
        const { choice, format } = get();
        const made = await host.call("setUp.script", { choice, format, isUndo: true });
        told(made);
        return made.ok ? made.value.text : null;
      },
      carryOut: async (isUndo) => {
        set({ actionProblem: null, filled: null, openStep: null });
        const done = await host.call("setUp.carryOut", { choice: get().choice, isUndo });
        // What stopped a walk stands at its step.
        if (!done.ok && get().walk?.problem?.code !== done.problem.code) set({ actionProblem: done.problem });
      },
      press: async (stepId) => told(await host.call("setUp.press", { choice: get().choice, stepId })),
      stop: () => void host.call("setUp.stop", {}),
      closeWalk: () => set({ walk: null }),
      paste: (printed) => set({ printed, filled: null }),
      fill: async () => {
        const { choice, printed } = get();
        const done = await host.call("setUp.fill", { choice, printed });
        told(done);
        set({ filled: done.ok ? done.value.keys : null });
      },
      unfilled: () => set({ filled: null }),
      ...createUsersText(host, deliver, set, get),
      nameBreakGlass: (isNamingBreakGlass) => set({ isNamingBreakGlass }),
      closeUsersText: () => set({ usersText: null }),
      dismiss: () => set({ actionProblem: null }),
      receive: (walk) => set({ walk }),
      hostSilent: holdBack({
        chosen: () => ({ choice: get().choice, format: get().format }),
        answered: () => answered,
        show: () => set(answered),
        choose: (chosen) => {
          set(chosen);
          askAll();
        },
      }),
      hostGone: () => {
        view.end();
        script.end();
        set({ isScripting: false, ...answered, problem: null });
      },
      forget: () => {
        view.drop();
        script.drop();
        answered = {};
        set(start);
      },
    };
  });
}

/** The text for the people whose Macs it is. */
function createUsersText(
  host: Latchkey,
  deliver: Deliver,
  set: (change: Partial<SetUpState>) => void,
  get: () => SetUpState,
): Pick<SetUpState, "showUsersText" | "saveUsersText"> {
  const recipe = () => get().choice.recipe;
  return {
    showUsersText: async () => {
      const made = await host.call("setUp.usersText", { recipe: recipe() });
      set(
        made.ok
          ? { actionProblem: null, usersText: made.value }
          : { actionProblem: made.problem, usersText: null },
      );
    },
    saveUsersText: async (reader) => {
      const made = await host.call("setUp.saveUsersText", { recipe: recipe(), reader });
      set({ actionProblem: made.ok ? null : made.problem });
      if (made.ok && made.value !== null)
        set({ actionProblem: await deliverMade(host, made.value, deliver) });
    },
  };
}
