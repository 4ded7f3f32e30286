import { createStore, type StoreApi } from "zustand/vanilla";
import type {
  CallInput,
  ForecastView,
  Latchkey,
  PoliciesView,
  Problem,
  Result,
} from "../../preload/contract.ts";
import { type GivenFiles, takeUp } from "./given-files.ts";
import { createQuery } from "./query.ts";

export type PoliciesState = {
  /** What predictions rest on; null while nothing is loaded. */
  readonly policies: PoliciesView | null;
  /** What they predict for the open profile, before anything is sent; null where nothing is predicted. */
  readonly forecast: ForecastView | null;
  /** Main has said both of the tenant and the profile that are shown; until then null means nothing. */
  readonly isForecastKnown: boolean;
  readonly isLoading: boolean;
  readonly problem: Problem | null;
  readonly refresh: () => Promise<void>;
  /** Files as one tenant's; `adds` keeps what was loaded before. */
  readonly load: (given: GivenFiles, adds?: boolean) => Promise<void>;
  readonly loadForecast: (about: CallInput<"test.predict">) => Promise<void>;
  /** What was predicted is about another profile or tenant than the one to come. */
  readonly outdateForecast: () => void;
  readonly clear: () => Promise<void>;
  readonly dismiss: () => void;
};

/** As main takes them. */
const mostPolicyFiles = 2000;

export type PoliciesStore = StoreApi<PoliciesState>;

/** Holds which Conditional Access policies are loaded. */
export function createPoliciesStore(host: Latchkey): PoliciesStore {
  return createStore<PoliciesState>()((set, get) => {
    // A profile that lacks settings has no forecast; what it lacks is said where a test is started.
    const forecast = createQuery(
      (about: CallInput<"test.predict">) => host.call("test.predict", about),
      (answer) => set({ forecast: answer.ok ? answer.value : null, isForecastKnown: answer.ok }),
    );
    const current = createQuery(
      (_: null) => host.call("policies.current", {}),
      (answer) => (answer.ok ? take(answer.value) : set({ problem: answer.problem })),
    );
    // Of other policies nothing is predicted yet: whoever takes them asks for it next.
    const outdated = { forecast: null, isForecastKnown: false };
    const outdate = () => {
      forecast.drop();
      set(outdated);
    };
    const take = (policies: PoliciesView | null) => {
      forecast.drop();
      set({ policies, ...outdated });
    };
    return {
      policies: null,
      ...outdated,
      isLoading: false,
      problem: null,
      refresh: () => current.ask(null),
      load: async (given, adds = false) => {
        set({ isLoading: true, problem: null });
        const answer = await loadFiles(host, given, adds);
        set({ isLoading: false, ...(answer.ok ? {} : { problem: answer.problem }) });
        if (answer.ok) take(answer.value);
      },
      loadForecast: forecast.ask,
      outdateForecast: outdate,
      clear: async () => {
        const answer = await host.call("policies.clear", {});
        if (answer.ok) {
          await get().refresh();
        } else {
          set({ problem: answer.problem });
        }
      },
      dismiss: () => set({ problem: null }),
    };
  });
}

/** Every file of the folder, or none: an answer without the policies of some would be wrong. */
async function loadFiles(
  host: Latchkey,
  { folder, files: given, isWhole }: GivenFiles,
  adds: boolean,
): Promise<Result<PoliciesView>> {
  const name = folder ?? given[0]?.path ?? "";
  if (!isWhole || given.length > mostPolicyFiles) {
    return { ok: false, problem: tooManyFiles(name) };
  }
  const files: { readonly file: string; readonly path: string }[] = [];
  for (const one of given) {
    const file = await takeUp(one);
    const handle = file.ok ? await host.giveFile(file.value) : file;
    if (!handle.ok) {
      return handle;
    }
    files.push({ file: handle.value, path: one.path });
  }
  return host.call("policies.load", { name, files, adds });
}

function tooManyFiles(name: string): Problem {
  return {
    code: "too-many-files",
    title: "These are more files than one tenant has policies.",
    detail: `${name} has more than ${mostPolicyFiles} JSON files. None of them is loaded, because an answer without the policies of some would be wrong.`,
    fix: "Drop the folder that holds the policies of one tenant and nothing else.",
  };
}
