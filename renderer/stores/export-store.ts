import { createStore, type StoreApi } from "zustand/vanilla";
import type {
  CallInput,
  ExportView,
  FileHandle,
  IdentityView,
  Latchkey,
  Problem,
  Result,
} from "../../preload/contract.ts";
import { type Deliver, deliverMade, withFile } from "./files.ts";
import { createQuery } from "./query.ts";

export const exportRoutes = ["signed", "unsigned", "jamf-pro-api", "plist"] as const;
export type ExportRoute = (typeof exportRoutes)[number];

export type ExportState = {
  readonly route: ExportRoute;
  readonly domain: string | null;
  readonly identities: readonly IdentityView[];
  readonly identityId: string | null;
  readonly isBusy: boolean;
  /** What was written last, for the profile as it was then. */
  readonly last: ExportView | null;
  readonly problem: Problem | null;
  /** What would be written, secrets replaced; null until it is known. */
  readonly preview: string | null;
  readonly loadPreview: (domain: string | null) => Promise<void>;
  readonly choose: (values: Partial<Pick<ExportState, "route" | "domain" | "identityId">>) => void;
  readonly unlockP12: (file: File, passphrase: string) => Promise<Result<IdentityView>>;
  /** @param keyFile null where the private key is in the file of the certificate */
  readonly unlockPem: (
    certificate: File,
    keyFile: File | null,
    passphrase: string,
  ) => Promise<Result<IdentityView>>;
  readonly save: (domain: string | null) => Promise<void>;
  readonly dismiss: () => void;
  /** The document changed: what was written no longer is what is shown. */
  readonly outdate: () => void;
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
    const preview = createQuery(
      (form: CallInput<"export.preview">) => host.call("export.preview", form),
      (answer) => set({ preview: answer.ok ? answer.value.source : null }),
    );
    return {
      route: "signed",
      domain: null,
      identities: [],
      identityId: null,
      isBusy: false,
      last: null,
      problem: null,
      preview: null,
      loadPreview: (domain) => preview.ask(formOf(get().route, domain)),
      choose: (values) => set({ ...values, last: null, problem: null }),
      unlockP12: async (file, passphrase) => {
        const unlock = (handle: FileHandle) => host.call("export.unlockP12", { file: handle, passphrase });
        return keep(await withFile(host, file, unlock));
      },
      unlockPem: async (file, keyFile, passphrase) => {
        const unlock = (certificate: FileHandle, key: FileHandle | null) =>
          host.call("export.unlockPem", { certificate, key, passphrase });
        return keep(
          await withFile(host, file, (certificate) =>
            keyFile === null
              ? unlock(certificate, null)
              : withFile(host, keyFile, (key) => unlock(certificate, key)),
          ),
        );
      },
      save: async (domain) => {
        const { route, identityId } = get();
        set({ isBusy: true, problem: null, last: null });
        const answer = await host.call("export.save", {
          ...formOf(route, domain),
          identityId: route === "signed" ? identityId : null,
        });
        if (!answer.ok) {
          set({ isBusy: false, problem: answer.problem });
          return;
        }
        const problem = answer.value === null ? null : await deliverMade(host, answer.value, deliver);
        set({ isBusy: false, problem, last: problem === null ? answer.value : null });
      },
      dismiss: () => set({ problem: null }),
      outdate: () => set({ last: null }),
    };
  });
}

/** Jamf Pro keeps an unsigned profile editable only when its payloads are managed preferences. */
function formOf(route: ExportRoute, domain: string | null): CallInput<"export.preview"> {
  if (route === "plist") {
    return { form: "plist", domain };
  }
  return {
    form: route === "unsigned" || route === "jamf-pro-api" ? "custom-settings" : "mobileconfig",
    domain: null,
  };
}
