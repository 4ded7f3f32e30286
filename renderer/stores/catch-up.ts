import type { Latchkey } from "../../preload/contract.ts";
import type { DocumentStore } from "./document-store.ts";
import type { GraphStore } from "./graph-store.ts";
import type { HistoryStore } from "./history-store.ts";
import type { PoliciesStore } from "./policies-store.ts";
import type { PracticeStore } from "./practice-store.ts";
import type { RunStore } from "./run-store.ts";
import type { SavingStore } from "./saving-store.ts";
import type { SetUpStore } from "./set-up-store.ts";
import type { SignInsStore } from "./sign-ins-store.ts";
import type { TemplatesStore } from "./templates-store.ts";

/** Stores that events tell something. */
type Told = {
  readonly document: DocumentStore;
  readonly graph: GraphStore;
  readonly history: HistoryStore;
  readonly policies: PoliciesStore;
  readonly practice: PracticeStore;
  readonly runs: RunStore;
  readonly saving: SavingStore;
  readonly setUp: SetUpStore;
  readonly signIns: SignInsStore;
  readonly templates: TemplatesStore;
};

/**
 * Asks for everything that events tell, because some were missed. The page stays as it is: where the person was, and what was
 * typed and chosen.
 */
export async function catchUp(host: Latchkey, stores: Told): Promise<void> {
  const { document, history, runs, practice, saving, policies, templates, graph, signIns, setUp } = stores;
  const [view, walk] = await Promise.all([
    host.call("profile.current", {}),
    host.call("setUp.walk", {}),
    practice.getState().refresh(),
    saving.getState().loadDrafts(),
    policies.getState().refresh(),
    templates.getState().refreshHost(),
    signIns.getState().load(),
    graph.getState().view === null ? null : graph.getState().show(),
  ]);
  if (view.ok) document.getState().receive(view.value);
  if (walk.ok && walk.value !== null && setUp.getState().walk !== null) setUp.getState().receive(walk.value);
  const ended = await runs.getState().catchUp();
  await Promise.all([history.getState().load(), runs.getState().loadTarget()]);
  if (ended !== null) await history.getState().select(ended);
}
