import { createStore, type StoreApi } from "zustand/vanilla";
import type {
  CallInput,
  Latchkey,
  MatrixInput,
  MatrixView,
  PolicyDetail,
  Problem,
  WhatIf,
} from "../../preload/contract.ts";
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
  readonly whatIf: WhatIf;
  /** Words that the shown policies have in their names. */
  readonly filter: string;
  /** The policy in the drawer. */
  readonly selected: string | null;
  readonly detail: PolicyDetail | null;
  /** Asks again: profile, policies or tenant have changed. */
  readonly ask: (from: MatrixInput["from"]) => void;
  readonly assume: (whatIf: Partial<WhatIf>) => void;
  readonly choosePerson: (username: string | null) => void;
  readonly setFilter: (filter: string) => void;
  readonly select: (policyId: string | null) => void;
  /** Another document, other policies: nothing of what was tried is about them. */
  readonly forget: () => void;
};

export type MatrixStore = StoreApi<MatrixState>;

/** Holds policies by sign-ins, what is assumed about person and place, and what is tried. */
export function createMatrixStore(host: Latchkey): MatrixStore {
  return createStore<MatrixState>()((set, get) => {
    const matrix = createQuery(
      (about: MatrixInput) => host.call("policies.matrix", about),
      (answer) =>
        set(answer.ok ? { view: answer.value, problem: null } : { view: null, problem: answer.problem }),
    );
    const detail = createQuery(
      (about: CallInput<"policies.detail">) => host.call("policies.detail", about),
      (answer) => set({ detail: answer.ok ? answer.value : null }),
    );
    const askAll = () => {
      const { from, username, whatIf, selected } = get();
      const about = { from, username, whatIf };
      matrix.ask(about);
      if (selected !== null) detail.ask({ ...about, policyId: selected });
    };
    const start = { username: null, whatIf: nothingTried, filter: "", selected: null, detail: null };
    return {
      view: null,
      problem: null,
      from: "menu-bar",
      ...start,
      ask: (from) => {
        set({ from });
        askAll();
      },
      assume: (change) => {
        set({ whatIf: { ...get().whatIf, ...change } });
        askAll();
      },
      choosePerson: (username) => {
        set({ username });
        askAll();
      },
      setFilter: (filter) => set({ filter }),
      select: (selected) => {
        detail.drop();
        set({ selected, detail: null });
        if (selected !== null) askAll();
      },
      forget: () => {
        matrix.drop();
        detail.drop();
        set({ view: null, problem: null, ...start });
      },
    };
  });
}
