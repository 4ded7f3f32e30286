import { createStore, type StoreApi } from "zustand/vanilla";
import type {
  EachChoice,
  ExportChoice,
  ExportPreview,
  ExportView,
  FileHandle,
  FileRoute,
  IdentityView,
  KeychainView,
  Latchkey,
  Problem,
  ProfileView,
  Result,
} from "../../preload/contract.ts";
import { type Deliver, deliverMade, withFile } from "./files.ts";
import { holdBack } from "./hold-back.ts";
import { createQuery } from "./query.ts";

/** Routes that end in a file, and the one over Jamf Pro's API, which has a store of its own. */
export type ExportRoute = FileRoute | "jamf-pro-api";
export const exportRoutes: readonly ExportRoute[] = ["signed", "unsigned", "jamf-pro-api", "plist", "mac"];

export type ExportState = {
  readonly route: ExportRoute;
  /** The domain of a property list. */
  readonly domain: string | null;
  /** The only domain of a profile; null writes all of them into one. */
  readonly onlyDomain: string | null;
  /** Every domain goes into a file of its own, all of them at once. */
  readonly eachDomain: boolean;
  readonly blueprintReady: boolean;
  /** Those that were unlocked from files. */
  readonly identities: readonly IdentityView[];
  /** Those of the keychain; null where there is none, or it was not asked yet. */
  readonly keychain: KeychainView | null;
  /** Why the keychain could not be listed. */
  readonly keychainProblem: Problem | null;
  readonly showExpired: boolean;
  readonly identityId: string | null;
  readonly isBusy: boolean;
  /** What was written last, for the profile as it was then. */
  readonly last: ExportView | null;
  readonly problem: Problem | null;
  /** What main said last about what would be written. Read it by {@link builtFor}: it may be of another choice. */
  readonly built: Built | null;
  readonly build: (question: ExportQuestion) => Promise<void>;
  readonly choose: (
    values: Partial<
      Pick<ExportState, "route" | "domain" | "onlyDomain" | "eachDomain" | "blueprintReady" | "identityId">
    >,
  ) => void;
  /** Lists the keychain anew. Call it with `canSignWithKeychain` only. */
  readonly loadKeychain: () => Promise<void>;
  readonly setShowExpired: (showExpired: boolean) => void;
  readonly unlockP12: (file: File, passphrase: string) => Promise<Result<IdentityView>>;
  readonly unlockPem: (files: PemFiles, passphrase: string) => Promise<Result<IdentityView>>;
  /**
   * Saves what can keep nobody out of their Mac. That is asked anew: what stands on the page may be about the profile as it was.
   *
   * @returns what can keep people out, where the profile's name has to be typed first and nothing was saved; else null
   */
  readonly saveOrAsk: (wanted: WantedExport) => Promise<LockOut | null>;
  /** @param confirmedName what was typed for a profile that can keep people out; null where nothing had to be */
  readonly save: (wanted: WantedExport, confirmedName: string | null) => Promise<void>;
  readonly dismiss: () => void;
  /** The document changed: what was written no longer is what is shown. */
  readonly outdate: () => void;
  /** The app behind the page does not answer just now: what was answered last is shown meanwhile. */
  readonly hostSilent: (isSilent: boolean) => void;
  /** The app behind the page is gone: what is chosen is what the preview is of. */
  readonly hostGone: () => void;
};

/** What the preview depends on. */
type Chosen = Pick<ExportState, "route" | "domain" | "onlyDomain" | "eachDomain" | "blueprintReady">;

/** What is to be written: one file, or one for each domain. */
export type WantedExport =
  | { readonly isEach: false; readonly choice: ExportChoice }
  | { readonly isEach: true; readonly choice: EachChoice };

/** What a preview is of: this profile as it is now, and this choice. */
export type ExportQuestion = { readonly view: ProfileView; readonly wanted: WantedExport };

/** What main said, and to what. */
export type Built = ExportQuestion & { readonly answer: Result<ExportPreview> };

/** What has to be confirmed before it is saved. */
export type LockOut = Pick<ExportPreview, "lockOut" | "confirmName">;

/** The answer to this very question; null until it is there, whatever was answered before. */
export function builtFor(
  built: Built | null,
  { view, wanted }: ExportQuestion,
): Result<ExportPreview> | null {
  const isOfThis = built?.view === view && JSON.stringify(built.wanted) === JSON.stringify(wanted);
  return isOfThis ? built.answer : null;
}

/** The files of an identity in PEM. */
export type PemFiles = {
  readonly certificate: File;
  /** Null where the private key is in the file of the certificate. */
  readonly key: File | null;
  /** Issuers that the certificate's file lacks; null where there is no such file. */
  readonly chain: File | null;
};

export type ExportStore = StoreApi<ExportState>;

/** Holds the route, the unlocked signing identities (their keys stay in main) and the last export. */
export function createExportStore(host: Latchkey, deliver: Deliver): ExportStore {
  return createStore<ExportState>()((set, get) => {
    const keep = (answer: Result<IdentityView>): Result<IdentityView> => {
      if (answer.ok) {
        const others = get().identities.filter((identity) => identity.id !== answer.value.id);
        set({ identities: [...others, answer.value], identityId: answer.value.id });
      }
      return answer;
    };
    let answered: Partial<ExportState> = firstChosen;
    const preview = createQuery(
      ({ wanted }: ExportQuestion & { readonly chosen: Chosen }) => previewOf(host, wanted),
      (answer, { chosen, ...question }) => {
        const built = { ...question, answer };
        if (answer.ok) answered = { ...chosen, built };
        set({ built });
      },
    );
    return {
      ...firstChosen,
      identities: [],
      keychain: null,
      keychainProblem: null,
      showExpired: false,
      identityId: null,
      isBusy: false,
      last: null,
      problem: null,
      built: null,
      build: (question) => preview.ask({ ...question, chosen: chosenIn(get()) }),
      choose: (values) => set({ ...values, last: null, problem: null }),
      loadKeychain: async () => {
        const answer = await host.call("export.keychain", {});
        if (!answer.ok)
          return set({ keychain: null, keychainProblem: answer.problem, ...dropped(get(), []) });
        set({
          keychain: answer.value,
          keychainProblem: null,
          ...dropped(get(), answer.value.identities),
        });
      },
      setShowExpired: (showExpired) => set({ showExpired }),
      unlockP12: async (file, passphrase) => {
        const unlock = (handle: FileHandle) => host.call("export.unlockP12", { file: handle, passphrase });
        return keep(await withFile(host, file, unlock));
      },
      unlockPem: async (files, passphrase) =>
        keep(
          await withFile(host, files.certificate, (certificate) =>
            withFileOrNone(host, files.key, (key) =>
              withFileOrNone(host, files.chain, (chain) =>
                host.call("export.unlockPem", { certificate, key, chain, passphrase }),
              ),
            ),
          ),
        ),
      saveOrAsk: async (wanted) => {
        set({ isBusy: true, problem: null, last: null });
        // Not by the question of the page, whose answer is dropped where the page asks again meanwhile.
        const answer = await previewOf(host, wanted);
        if (answer.ok && answer.value.lockOut.length > 0) {
          set({ isBusy: false });
          return answer.value;
        }
        await get().save(wanted, null);
        return null;
      },
      save: async (wanted, confirmedName) => {
        set({ isBusy: true, problem: null, last: null });
        const identityId = isSigned(wanted.choice.route) ? get().identityId : null;
        const answer = wanted.isEach
          ? await host.call("export.saveEach", { ...wanted.choice, identityId, confirmedName })
          : await host.call("export.save", { ...wanted.choice, identityId, confirmedName });
        if (!answer.ok) {
          set({ isBusy: false, problem: answer.problem });
          return;
        }
        const problem = answer.value === null ? null : await deliverMade(host, answer.value, deliver);
        set({ isBusy: false, problem, last: problem === null ? answer.value : null });
      },
      dismiss: () => set({ problem: null }),
      outdate: () => set({ last: null }),
      hostSilent: holdBack({
        chosen: () => chosenIn(get()),
        // The way over Jamf Pro has no preview: nobody was asked about it.
        answered: () => (get().route === "jamf-pro-api" ? {} : answered),
        show: () => set(answered),
        choose: (chosen) => set(chosen),
      }),
      hostGone: () => {
        preview.end();
        set(answered);
      },
    };
  });
}

function previewOf(host: Latchkey, wanted: WantedExport): Promise<Result<ExportPreview>> {
  return wanted.isEach
    ? host.call("export.previewEach", wanted.choice)
    : host.call("export.preview", wanted.choice);
}

/** Chooses nothing where the chosen identity was one of the keychain's and is there no more. */
function dropped(
  { identityId, identities }: ExportState,
  keychain: readonly IdentityView[],
): Partial<ExportState> {
  return [...identities, ...keychain].some(({ id }) => id === identityId) ? {} : { identityId: null };
}

const firstChosen: Chosen = {
  route: "signed",
  domain: null,
  onlyDomain: null,
  eachDomain: false,
  blueprintReady: false,
};

function chosenIn({ route, domain, onlyDomain, eachDomain, blueprintReady }: ExportState): Chosen {
  return { route, domain, onlyDomain, eachDomain, blueprintReady };
}

function withFileOrNone<O>(
  host: Latchkey,
  file: File | null,
  call: (handle: FileHandle | null) => Promise<Result<O>>,
): Promise<Result<O>> {
  return file === null ? call(null) : withFile(host, file, call);
}

/** Whether a route takes a signature. By hand a signed profile and an unsigned one are both installed. */
export function isSigned(route: ExportRoute): boolean {
  return route === "signed" || route === "mac";
}
