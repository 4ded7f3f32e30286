import { createContext, useContext } from "react";
import { useStore } from "zustand";
import type { AppDescription, Latchkey } from "../../preload/contract.ts";
import type { ClaimsState } from "./claims-store.ts";
import type { ConnectionState } from "./connection-store.ts";
import type { DocumentState } from "./document-store.ts";
import type { ExplainState } from "./explain-store.ts";
import type { ExportState } from "./export-store.ts";
import type { FormState } from "./form-store.ts";
import type { GraphStoreState } from "./graph-store.ts";
import type { HistoryState } from "./history-store.ts";
import type { JamfProState } from "./jamf-pro-store.ts";
import type { KeysState } from "./keys-store.ts";
import type { MatrixState } from "./matrix-store.ts";
import type { NavigationState } from "./navigation-store.ts";
import type { PoliciesState } from "./policies-store.ts";
import type { PracticeState } from "./practice-store.ts";
import type { RecipesState } from "./recipes-store.ts";
import type { RolloutState } from "./rollout-store.ts";
import type { RunState } from "./run-store.ts";
import type { SavingState } from "./saving-store.ts";
import type { SetUpState } from "./set-up-store.ts";
import type { SignInsState } from "./sign-ins-store.ts";
import type { SignaturesState } from "./signatures-store.ts";
import type { SourceState } from "./source-store.ts";
import type { Stores } from "./stores.ts";
import type { TemplatesState } from "./templates-store.ts";

export type App = { readonly host: Latchkey; readonly description: AppDescription; readonly stores: Stores };

export const AppContext = createContext<App | null>(null);

/** The app around this component. */
export function useApp(): App {
  const app = useContext(AppContext);
  if (app === null) {
    throw new Error("AppContext is missing above this component.");
  }
  return app;
}

/** Reads the open document. */
export function useDocument<T>(select: (state: DocumentState) => T): T {
  return useStore(useApp().stores.document, select);
}

/** Reads what is typed in the form of the profile and not stored. */
export function useForm<T>(select: (state: FormState) => T): T {
  return useStore(useApp().stores.form, select);
}

/** Reads what is asked and offered so that no change gets lost. */
export function useSaving<T>(select: (state: SavingState) => T): T {
  return useStore(useApp().stores.saving, select);
}

/** Reads the source that is being typed. */
export function useSource<T>(select: (state: SourceState) => T): T {
  return useStore(useApp().stores.source, select);
}

/** Reads which Conditional Access policies are loaded. */
export function usePolicies<T>(select: (state: PoliciesState) => T): T {
  return useStore(useApp().stores.policies, select);
}

/** Reads the person's sign-in to Microsoft Graph. */
export function useGraph<T>(select: (state: GraphStoreState) => T): T {
  return useStore(useApp().stores.graph, select);
}

/** Reads whether there still is an app behind this page. */
export function useConnection<T>(select: (state: ConnectionState) => T): T {
  return useStore(useApp().stores.connection, select);
}

/** Reads policies by sign-ins, and what is assumed and tried. */
export function useMatrix<T>(select: (state: MatrixState) => T): T {
  return useStore(useApp().stores.matrix, select);
}

/** Reads the recipes; whoever shows them asks for them with `load` first. */
export function useRecipes<T>(select: (state: RecipesState) => T): T {
  return useStore(useApp().stores.recipes, select);
}

/** Reads the templates and what was filled in; whoever shows them asks for them with `load` first. */
export function useTemplates<T>(select: (state: TemplatesState) => T): T {
  return useStore(useApp().stores.templates, select);
}

/** Reads what is known about claims of tokens. */
export function useClaims<T>(select: (state: ClaimsState) => T): T {
  return useStore(useApp().stores.claims, select);
}

/** Reads what is known about the keys of profiles. */
export function useKeys<T>(select: (state: KeysState) => T): T {
  return useStore(useApp().stores.keys, select);
}

/** Reads the practice tenant's state. */
export function usePractice<T>(select: (state: PracticeState) => T): T {
  return useStore(useApp().stores.practice, select);
}

/** Reads the test form and the runs. */
export function useRuns<T>(select: (state: RunState) => T): T {
  return useStore(useApp().stores.runs, select);
}

/** Reads the list of runs and what is marked in it. */
export function useHistory<T>(select: (state: HistoryState) => T): T {
  return useStore(useApp().stores.history, select);
}

/** Reads whether the profile can be rolled out. */
export function useRollout<T>(select: (state: RolloutState) => T): T {
  return useStore(useApp().stores.rollout, select);
}

/** Reads the export form. */
export function useExports<T>(select: (state: ExportState) => T): T {
  return useStore(useApp().stores.exports, select);
}

/** Reads which Jamf Pro is signed in to, and what a delivery would do. */
export function useJamfPro<T>(select: (state: JamfProState) => T): T {
  return useStore(useApp().stores.jamfPro, select);
}

/** Reads what was explained, and the log that was read. */
export function useExplain<T>(select: (state: ExplainState) => T): T {
  return useStore(useApp().stores.explain, select);
}

/** Reads where the person is. */
export function useNavigation<T>(select: (state: NavigationState) => T): T {
  return useStore(useApp().stores.navigation, select);
}

/** Reads whose signatures are looked at. */
export function useSignatures<T>(select: (state: SignaturesState) => T): T {
  return useStore(useApp().stores.signatures, select);
}

/** Reads the sign-in logs; whoever shows them asks for them with `load` first. */
export function useSignIns<T>(select: (state: SignInsState) => T): T {
  return useStore(useApp().stores.signIns, select);
}

/** Reads what was chosen on Set up, and what main says about it. */
export function useSetUp<T>(select: (state: SetUpState) => T): T {
  return useStore(useApp().stores.setUp, select);
}
