import { createStore, type StoreApi } from "zustand/vanilla";
import type {
  CallInput,
  JamfProConnection,
  JamfProDelivered,
  JamfProPlan,
  JamfProProfiles,
  JamfProRights,
  Latchkey,
  Problem,
  Result,
} from "../../preload/contract.ts";
import { type Deliver, deliverMade } from "./files.ts";
import { createQuery } from "./query.ts";

/** What is being waited for. */
export type JamfProWork = "sign-in" | "profiles" | "plan" | "deliver" | "restore";

export type JamfProState = {
  readonly connection: JamfProConnection | null;
  /** The system has a store for secrets. */
  readonly canRemember: boolean;
  /** What somebody needs who signs in to a server or to the gateway; null until main has said so. */
  readonly rights: { readonly server: JamfProRights; readonly gateway: JamfProRights } | null;
  readonly work: JamfProWork | null;
  readonly problem: Problem | null;
  /** How far the profiles of the server were read; null while nobody reads. */
  readonly reading: { readonly read: number; readonly all: number } | null;
  readonly profiles: JamfProProfiles | null;
  /** The profile on the server that is meant; null for a new one. */
  readonly targetId: string | null;
  /** What a delivery would do; null until it is known. */
  readonly plan: JamfProPlan | null;
  /** What was delivered last, for the profile as it was then. */
  readonly delivered: JamfProDelivered | null;
  readonly load: () => Promise<void>;
  readonly connect: (wanted: CallInput<"jamfPro.connect">) => Promise<boolean>;
  readonly practise: () => Promise<void>;
  readonly disconnect: (forget: boolean) => Promise<void>;
  readonly choose: (id: string | null) => void;
  /** Asks again what a delivery would do. */
  readonly refreshPlan: () => Promise<void>;
  readonly deliver: (confirmed: {
    readonly redeployTo: string | null;
    readonly lockOutOf: string | null;
  }) => Promise<void>;
  readonly restore: () => Promise<void>;
  /** Takes an unexplained difference as it is; a problem where that could not be kept. */
  readonly accept: (acceptance: CallInput<"jamfPro.accept">) => Promise<Problem | null>;
  /** Saves a page about what was delivered. */
  readonly report: () => Promise<void>;
  /** What would do the same as code; null where there is a problem, which is shown. */
  readonly code: (format: "terraform" | "jamf-cli") => Promise<string | null>;
  /** Goes on with the profiles that were read so far. */
  readonly stopReading: () => void;
  readonly receiveReading: (reading: { readonly read: number; readonly all: number }) => void;
  readonly dismiss: () => void;
  /** The document changed: what was planned and delivered is about another one. */
  readonly outdate: () => void;
};

export type JamfProStore = StoreApi<JamfProState>;

/** What holds until main has told what is possible here. */
const notTold = { canRemember: false, rights: null } as const;

/** What holds while nobody is signed in. */
const signedOut = {
  connection: null,
  work: null,
  problem: null,
  reading: null,
  profiles: null,
  targetId: null,
  plan: null,
  delivered: null,
} as const;

/** Holds which Jamf Pro the page is signed in to, what a delivery would do there, and what the last one came to. */
export function createJamfProStore(host: Latchkey, deliver: Deliver): JamfProStore {
  return createStore<JamfProState>()((set, get) => {
    const plan = createQuery(
      (id: string | null) => host.call("jamfPro.plan", { id }),
      (answer) =>
        set((state) => ({
          work: state.work === "plan" ? null : state.work,
          ...(answer.ok ? { plan: answer.value } : { plan: null, problem: answer.problem }),
        })),
    );
    const loadProfiles = async () => {
      set({ work: "profiles", profiles: null, plan: null });
      const list = await host.call("jamfPro.profiles", {});
      set({ reading: null });
      if (!list.ok) return set({ work: null, problem: list.problem });
      const namesake = list.value.profiles.find(({ isNamesake }) => isNamesake)?.id ?? null;
      set({ work: null, profiles: list.value, targetId: namesake });
      await get().refreshPlan();
    };
    const entered = async (answer: Result<JamfProConnection>): Promise<boolean> => {
      set({ work: null });
      if (!answer.ok) {
        set({ problem: answer.problem });
        return false;
      }
      set({ connection: answer.value, delivered: null, problem: null });
      await loadProfiles();
      return true;
    };
    const finished = async (answer: Result<JamfProDelivered>) => {
      set({ work: null });
      if (!answer.ok) return set({ problem: answer.problem });
      set((state) => ({
        delivered: answer.value,
        targetId: answer.value.id,
        profiles: state.profiles === null ? null : withDelivered(state.profiles, answer.value),
      }));
    };
    return {
      ...signedOut,
      ...notTold,
      load: async () => {
        const current = await host.call("jamfPro.current", {});
        if (!current.ok) return;
        const isNew = get().connection === null && current.value.connection !== null;
        set(current.value);
        if (isNew) await loadProfiles();
      },
      connect: async (wanted) => {
        set({ work: "sign-in", problem: null });
        return entered(await host.call("jamfPro.connect", wanted));
      },
      practise: async () => {
        set({ work: "sign-in", problem: null });
        await entered(await host.call("jamfPro.practise", { gateway: false }));
      },
      disconnect: async (forget) => {
        plan.drop();
        await host.call("jamfPro.disconnect", { forget });
        set(signedOut);
      },
      choose: (id) => {
        set({ targetId: id, plan: null, delivered: null, problem: null });
        get().refreshPlan();
      },
      refreshPlan: async () => {
        if (get().connection === null) return;
        set({ work: "plan" });
        await plan.ask(get().targetId);
      },
      deliver: async (confirmed) => {
        set({ work: "deliver", problem: null, delivered: null });
        await finished(await host.call("jamfPro.deliver", { id: get().targetId, ...confirmed }));
      },
      restore: async () => {
        set({ work: "restore", problem: null });
        await finished(await host.call("jamfPro.restore", {}));
      },
      accept: async (acceptance) => {
        const answer = await host.call("jamfPro.accept", acceptance);
        if (!answer.ok) return answer.problem;
        set({ delivered: answer.value });
        return null;
      },
      report: async () => {
        const made = await host.call("jamfPro.report", {});
        if (!made.ok) return set({ problem: made.problem });
        set({ problem: made.value === null ? null : await deliverMade(host, made.value, deliver) });
      },
      code: async (format) => {
        const answer = await host.call("jamfPro.code", { format });
        if (!answer.ok) set({ problem: answer.problem });
        return answer.ok ? answer.value.code : null;
      },
      stopReading: () => void host.call("jamfPro.stopReading", {}),
      receiveReading: (reading) => set({ reading }),
      dismiss: () => set({ problem: null }),
      outdate: () => set({ plan: null, delivered: null, problem: null }),
    };
  });
}

/** The list with the profile as it was delivered: reading all of them again would take as long as the first time. */
function withDelivered(
  list: JamfProProfiles,
  { id, name, scope, category }: JamfProDelivered,
): JamfProProfiles {
  const known = list.profiles.some((profile) => profile.id === id);
  if (known) {
    const profiles = list.profiles.map((profile) =>
      profile.id === id ? { ...profile, scope, category } : profile,
    );
    return { ...list, profiles };
  }
  const created = { id, name, domains: [], category, site: null, scope, isNamesake: true };
  return { ...list, profiles: [...list.profiles, created], looked: list.looked + 1, all: list.all + 1 };
}
