import type { DocumentStore } from "./document-store.ts";
import type { PoliciesStore } from "./policies-store.ts";
import type { RunStore } from "./run-store.ts";

type Asking = {
  readonly document: DocumentStore;
  readonly policies: PoliciesStore;
  readonly runs: RunStore;
};

/** A prediction rests on the profile, the policies, the domain of the check and the person; main reads the first two itself. */
export function askForForecast({ document, policies, runs }: Asking): void {
  if (document.getState().view !== null) {
    const { from, username } = runs.getState();
    const person = username.trim();
    policies.getState().loadForecast({ from, username: person === "" ? null : person });
  }
}
