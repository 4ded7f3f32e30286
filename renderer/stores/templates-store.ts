import { createStore, type StoreApi } from "zustand/vanilla";
import type {
  Answers,
  BlankId,
  Latchkey,
  Problem,
  Template,
  TenantHost,
  WrongAnswer,
} from "../../preload/contract.ts";
import type { LeaveFor } from "./saving-store.ts";

/** What became of the question which tenant a domain belongs to. */
export type LookUp =
  | { readonly kind: "none" }
  | { readonly kind: "asking" }
  | { readonly kind: "found"; readonly domain: string; readonly host: string }
  | { readonly kind: "failed"; readonly problem: Problem };

export type TemplatesState = {
  /** Empty until they are asked for. */
  readonly templates: readonly Template[];
  /** Id of the template whose form is shown. */
  readonly chosen: string;
  /** True once the person has chosen it; until then it is the first one. */
  readonly isPicked: boolean;
  /** By blank: who changes the template keeps what fits the other one, too. */
  readonly answers: Answers;
  readonly wrong: readonly WrongAnswer[];
  readonly problem: Problem | null;
  readonly lookUp: LookUp;
  /** Who would be asked for the id of a tenant; null until it is known. */
  readonly tenantHost: TenantHost | null;
  readonly load: () => Promise<void>;
  readonly choose: (id: string) => void;
  readonly fill: (id: BlankId, text: string) => void;
  readonly askForTenant: () => Promise<void>;
  /** Makes the profile and opens it; false where something does not fit. */
  readonly make: () => Promise<boolean>;
  readonly refreshHost: () => Promise<void>;
  readonly dismiss: () => void;
};

/** Somebody has begun to fill a template in. */
export function hasAnswers({ answers }: Pick<TemplatesState, "answers">): boolean {
  return Object.values(answers).some((answer) => answer.trim() !== "");
}

export type TemplatesStore = StoreApi<TemplatesState>;

/** Holds the templates and the form of the chosen one. A secret that was typed goes with the profile that it went into. */
export function createTemplatesStore(
  host: Latchkey,
  leaveFor: LeaveFor = (replace) => replace(),
): TemplatesStore {
  return createStore<TemplatesState>()((set, get) => ({
    templates: [],
    chosen: "",
    isPicked: false,
    answers: {},
    wrong: [],
    problem: null,
    lookUp: { kind: "none" },
    tenantHost: null,
    load: async () => {
      if (get().templates.length > 0) {
        return;
      }
      const listed = await host.call("templates.list", {});
      if (listed.ok && listed.value !== null) {
        set({ templates: listed.value, chosen: get().chosen || (listed.value[0]?.id ?? "") });
      } else if (!listed.ok) {
        set({ problem: listed.problem });
      }
      await get().refreshHost();
    },
    choose: (chosen) => set({ chosen, isPicked: true, wrong: [], problem: null }),
    fill: (id, text) =>
      set(({ answers, wrong, lookUp }) => ({
        answers: { ...answers, [id]: text },
        wrong: wrong.filter(({ blank }) => blank !== id),
        lookUp: id === "tenant" ? { kind: "none" } : lookUp,
      })),
    askForTenant: async () => {
      const domain = (get().answers.tenant ?? "").trim();
      set({ lookUp: { kind: "asking" } });
      const found = await host.call("templates.lookUpTenant", { domain });
      // What was typed meanwhile is another question.
      if ((get().answers.tenant ?? "").trim() !== domain) {
        return;
      }
      if (found.ok) {
        const { tenantId, host: asked } = found.value;
        set(({ answers }) => ({
          answers: { ...answers, tenant: tenantId },
          lookUp: { kind: "found", domain, host: asked },
        }));
      } else {
        set({ lookUp: { kind: "failed", problem: found.problem } });
      }
    },
    make: () =>
      leaveFor(async () => {
        const { chosen, answers, templates } = get();
        const asked = new Set(templates.find(({ id }) => id === chosen)?.blanks.map(({ id }) => id));
        const made = await host.call("templates.make", {
          template: chosen,
          answers: Object.fromEntries(Object.entries(answers).filter(([id]) => asked.has(id as BlankId))),
        });
        if (!made.ok) {
          set({ problem: made.problem, wrong: [] });
          return false;
        }
        const { wrong } = made.value;
        set(({ answers: { "client-secret": secret, ...others } }) => ({
          wrong,
          problem: null,
          ...(wrong.length === 0 ? { answers: others, lookUp: { kind: "none" } } : {}),
        }));
        return wrong.length === 0;
      }),
    refreshHost: async () => {
      const asked = await host.call("templates.tenantHost", {});
      set({ tenantHost: asked.ok ? asked.value : null });
    },
    dismiss: () => set({ problem: null }),
  }));
}
