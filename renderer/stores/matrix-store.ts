import { createStore, type StoreApi } from "zustand/vanilla";
import type {
  CallInput,
  Latchkey,
  MatrixInput,
  MatrixView,
  PersonView,
  PolicyDetail,
  Problem,
  WhatIf,
  WhatIfComparison,
} from "../../preload/contract.ts";
import { withKnownPerson } from "./assumed.ts";
import { type Deliver, deliverMade } from "./files.ts";
import { holdBack } from "./hold-back.ts";
import { createQuery } from "./query.ts";

export const nothingTried: WhatIf = {
  assumed: {},
  baselineScopes: null,
  changes: [],
  scopes: { login: null, check: null },
};

export type MatrixState = {
  /** Null until it was asked for, and without policies. */
  readonly view: MatrixView | null;
  readonly problem: Problem | null;
  readonly from: MatrixInput["from"];
  /** Of a practice account; null leaves the person open. */
  readonly username: string | null;
  /** Whom the assumptions are about, as Microsoft Graph showed them; null for anybody else. */
  readonly known: PersonView | null;
  readonly whatIf: WhatIf;
  /** Words that the shown policies have in their names. */
  readonly filter: string;
  /** The policy in the drawer. */
  readonly selected: string | null;
  readonly detail: PolicyDetail | null;
  /** Microsoft's What If beside this answer; null until it was asked, and once anything changed. */
  readonly compared: readonly WhatIfComparison[] | null;
  readonly isComparing: boolean;
  /** Why What If did not answer, or the answer could not be handed on. */
  readonly actionProblem: Problem | null;
  readonly compare: () => Promise<void>;
  readonly exportAs: (format: "markdown" | "json", isMasked: boolean) => Promise<void>;
  readonly dismiss: () => void;
  /** Asks again: profile, policies or tenant have changed. */
  readonly ask: (from: MatrixInput["from"]) => void;
  readonly assume: (whatIf: Partial<WhatIf>) => void;
  readonly choosePerson: (username: string | null) => void;
  readonly chooseKnown: (person: PersonView) => void;
  readonly setFilter: (filter: string) => void;
  readonly select: (policyId: string | null) => void;
  /** The app behind the page does not answer just now: what was answered last is shown meanwhile. */
  readonly hostSilent: (isSilent: boolean) => void;
  /** The app behind the page is gone: what was answered last is shown, for what it was asked. */
  readonly hostGone: () => void;
  /** Another document, other policies: nothing of what was tried is about them. */
  readonly forget: () => void;
};

export type MatrixStore = StoreApi<MatrixState>;

/** Holds policies by sign-ins, what is assumed about person and place, and what is tried. */
export function createMatrixStore(host: Latchkey, deliver: Deliver): MatrixStore {
  return createStore<MatrixState>()((set, get) => {
    let answered: Partial<MatrixState> = {};
    const matrix = createQuery(
      (about: MatrixInput) => host.call("policies.matrix", about),
      (answer, about) => {
        if (answer.ok) answered = { ...about, known: get().known, view: answer.value };
        set(answer.ok ? { view: answer.value, problem: null } : { view: null, problem: answer.problem });
      },
    );
    const detail = createQuery(
      (about: CallInput<"policies.detail">) => host.call("policies.detail", about),
      (answer) => set({ detail: answer.ok ? answer.value : null }),
    );
    const aboutNow = (): MatrixInput => {
      const { from, username, whatIf } = get();
      return { from, username, whatIf };
    };
    const askAll = () => {
      const { selected } = get();
      const about = aboutNow();
      set({ compared: null, actionProblem: null });
      matrix.ask(about);
      if (selected !== null) detail.ask({ ...about, policyId: selected });
    };
    const nobody = { username: null, known: null };
    const start = { ...nobody, whatIf: nothingTried, filter: "", selected: null, detail: null };
    return {
      view: null,
      problem: null,
      from: "menu-bar",
      compared: null,
      isComparing: false,
      actionProblem: null,
      ...createOutputs(host, deliver, set, get, aboutNow),
      dismiss: () => set({ actionProblem: null }),
      ...start,
      ask: (from) => {
        set({ from });
        askAll();
      },
      assume: (change) => {
        const whatIf = { ...get().whatIf, ...change };
        const { known } = get();
        set({ whatIf, known: known?.id === whatIf.assumed.user ? known : null });
        askAll();
      },
      choosePerson: (username) => {
        set({ username });
        askAll();
      },
      chooseKnown: (known) => {
        const { whatIf } = get();
        set({
          username: null,
          known,
          whatIf: { ...whatIf, assumed: withKnownPerson(whatIf.assumed, known) },
        });
        askAll();
      },
      setFilter: (filter) => set({ filter }),
      select: (selected) => {
        detail.drop();
        set({ selected, detail: null });
        if (selected !== null) askAll();
      },
      hostSilent: holdBack({
        chosen: () => ({ ...aboutNow(), known: get().known }),
        answered: () => answered,
        show: () => set(answered),
        choose: (chosen) => {
          set(chosen);
          askAll();
        },
      }),
      hostGone: () => {
        matrix.end();
        detail.end();
        set({ ...answered, problem: null });
      },
      forget: () => {
        matrix.drop();
        detail.drop();
        answered = {};
        set({ view: null, problem: null, ...start });
      },
    };
  });
}

/** What goes elsewhere with the answer: to Microsoft's What If, and into a file. */
function createOutputs(
  host: Latchkey,
  deliver: Deliver,
  set: (change: Partial<MatrixState>) => void,
  get: () => MatrixState,
  aboutNow: () => MatrixInput,
): Pick<MatrixState, "compare" | "exportAs"> {
  return {
    compare: async () => {
      set({ isComparing: true, actionProblem: null });
      const about = aboutNow();
      const answer = await host.call("graph.whatIf", about);
      // Another answer is shown by now: the comparison would be about something else.
      const isCurrent = get().whatIf === about.whatIf && get().username === about.username;
      set({
        isComparing: false,
        ...(isCurrent ? (answer.ok ? { compared: answer.value } : { actionProblem: answer.problem }) : {}),
      });
    },
    exportAs: async (format, isMasked) => {
      set({ actionProblem: null });
      const made = await host.call("policies.export", { ...aboutNow(), format, isMasked });
      if (!made.ok) set({ actionProblem: made.problem });
      else if (made.value !== null) set({ actionProblem: await deliverMade(host, made.value, deliver) });
    },
  };
}
