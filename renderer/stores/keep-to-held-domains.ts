import type { DocumentStore } from "./document-store.ts";
import type { RunStore } from "./run-store.ts";
import { settingsSources } from "./settings-sources.ts";

/** A profile for the login window only is checked with the settings it has. */
export function keepToHeldDomains({
  document,
  runs,
}: {
  readonly document: DocumentStore;
  readonly runs: RunStore;
}): void {
  const sources = settingsSources(document.getState().view);
  const { from, fill } = runs.getState();
  const [first] = sources;
  if (first !== undefined && !sources.includes(from)) {
    fill({ from: first });
  }
}
