import type { Latchkey, ProfileView } from "../../preload/contract.ts";
import { download } from "../text/download.ts";
import { answerClosing } from "./answer-closing.ts";
import { askForForecast } from "./ask-for-forecast.ts";
import { catchUp } from "./catch-up.ts";
import { type ClaimsStore, createClaimsStore } from "./claims-store.ts";
import { type ConnectionStore, createConnectionStore } from "./connection-store.ts";
import { createDocumentStore, type DocumentStore } from "./document-store.ts";
import { createExplainStore, type ExplainStore } from "./explain-store.ts";
import { createExportStore, type ExportStore } from "./export-store.ts";
import { createFindingWalk, type FindingWalk } from "./finding-walk.ts";
import { createFormStore, type FormStore } from "./form-store.ts";
import { createGraphStore, type GraphStore } from "./graph-store.ts";
import { createHistoryStore, type HistoryStore } from "./history-store.ts";
import { createJamfProStore, type JamfProStore } from "./jamf-pro-store.ts";
import { keepToHeldDomains } from "./keep-to-held-domains.ts";
import { createKeysStore, type KeysStore } from "./keys-store.ts";
import { leaveOtherTenant } from "./leave-other-tenant.ts";
import { createMatrixStore, type MatrixStore } from "./matrix-store.ts";
import { createNavigationStore, type NavigationStore, standsAlone } from "./navigation-store.ts";
import { newestAnswers } from "./newest-answers.ts";
import { createPoliciesStore, type PoliciesStore } from "./policies-store.ts";
import { createPracticeStore, type PracticeStore } from "./practice-store.ts";
import { createRecipesStore, type RecipesStore } from "./recipes-store.ts";
import { createRolloutStore, type RolloutStore } from "./rollout-store.ts";
import { createRunStore, type RunStore } from "./run-store.ts";
import { createSavingStore, type LeaveFor, type SavingStore } from "./saving-store.ts";
import { createSetUpStore, type SetUpStore } from "./set-up-store.ts";
import { createSignInsStore, type SignInsStore } from "./sign-ins-store.ts";
import { createSignaturesStore, type SignaturesStore } from "./signatures-store.ts";
import { createSourceStore, type SourceStore } from "./source-store.ts";
import { takeOfferedLog } from "./take-offered-log.ts";
import { createTemplatesStore, type TemplatesStore } from "./templates-store.ts";
import { trackChanges } from "./track-changes.ts";
import { createUnstoredKeeper, type UnstoredKeeper } from "./unstored-keeper.ts";

export type Stores = {
  readonly connection: ConnectionStore;
  readonly document: DocumentStore;
  readonly source: SourceStore;
  readonly form: FormStore;
  readonly practice: PracticeStore;
  readonly runs: RunStore;
  readonly history: HistoryStore;
  readonly policies: PoliciesStore;
  readonly matrix: MatrixStore;
  readonly graph: GraphStore;
  readonly recipes: RecipesStore;
  readonly templates: TemplatesStore;
  readonly claims: ClaimsStore;
  readonly keys: KeysStore;
  readonly rollout: RolloutStore;
  readonly exports: ExportStore;
  readonly jamfPro: JamfProStore;
  readonly saving: SavingStore;
  readonly explain: ExplainStore;
  readonly signIns: SignInsStore;
  readonly signatures: SignaturesStore;
  readonly setUp: SetUpStore;
  readonly navigation: NavigationStore;
  readonly findingWalk: FindingWalk;
  readonly unstored: UnstoredKeeper;
};

/**
 * Builds the stores of one page.
 *
 * @param bridge the app behind the page
 * @param storeTyped stores what is typed in the field that has the focus
 */
export function createStores(bridge: Latchkey, storeTyped: () => void = () => undefined): Stores {
  const { host, changesDone, isChanging } = trackChanges(newestAnswers(bridge));
  const clock = {
    date: () => new Date(),
    elapsed: () => performance.now(),
    newRunId: () => crypto.randomUUID(),
  };
  // Each of the two tells the other: a run that starts is shown, one that is forgotten leaves the page as well.
  const runs: RunStore = createRunStore(host, clock, (id) => {
    history.getState().select(id);
  });
  const navigation = createNavigationStore();
  const history: HistoryStore = createHistoryStore(host, (id) => runs.getState().drop(id));
  const leaveFor: LeaveFor = (replace) => saving.getState().leaveFor(replace);
  const document = createDocumentStore(host, leaveFor);
  const saving: SavingStore = createSavingStore(host, {
    view: async () => {
      const current = await host.call("profile.current", {});
      return current.ok ? current.value : document.getState().view;
    },
    changesDone: async () => {
      storeTyped();
      await source.getState().leave();
      await changesDone();
      await unstored.flush();
    },
    shown: () => document.getState().view,
    isChanging,
    unstored: () => ({
      fields: Object.keys(form.getState().typed).length,
      source: source.getState().typed !== null,
    }),
    deliver: download,
  });
  const source = createSourceStore(host, document);
  const policies = createPoliciesStore(host);
  const form = createFormStore(host, (problem) => document.setState({ problem }));
  const unstored = createUnstoredKeeper(host, { document, form, source });
  const matrix = createMatrixStore(host, download);
  const signIns = createSignInsStore(host, download);
  const exports = createExportStore(host, download);
  const setUp = createSetUpStore(host, download);
  return {
    connection: createConnectionStore(bridge, {
      silence: (isSilent) => {
        for (const store of [matrix, setUp, signIns, exports]) store.getState().hostSilent(isSilent);
      },
      gone: () => {
        for (const store of [runs, form, source, matrix, setUp, signIns, exports])
          store.getState().hostGone();
      },
    }),
    document,
    saving,
    unstored,
    form,
    practice: createPracticeStore(host, leaveFor),
    source,
    runs,
    history,
    policies,
    graph: createGraphStore(host, () => void policies.getState().refresh()),
    matrix,
    recipes: createRecipesStore(host),
    templates: createTemplatesStore(host, leaveFor),
    claims: createClaimsStore(host),
    keys: createKeysStore(host),
    rollout: createRolloutStore(host),
    exports,
    jamfPro: createJamfProStore(host, download),
    explain: createExplainStore(host),
    signIns,
    signatures: createSignaturesStore(host, download),
    setUp,
    navigation,
    findingWalk: createFindingWalk(navigation),
  };
}

/** Brings main's events into the stores; the returned function ends that. */
export function connectStores(host: Latchkey, stores: Stores): () => void {
  const runs = stores.runs.getState();
  const history = stores.history.getState();
  const endings = [
    stores.unstored.follow(),
    host.onMissed?.(() => void catchUp(host, stores)) ?? (() => undefined),
    host.on("profile.changed", (view) => stores.document.getState().receive(view)),
    host.on("drafts.changed", (drafts) => stores.saving.getState().receiveDrafts(drafts)),
    host.on("document.offered", (offered) => void stores.document.getState().openOffered(offered)),
    host.on("app.closing", () => void answerClosing(host, stores)),
    host.on("practice.changed", (status) => {
      leaveOtherTenant(stores, status);
      stores.practice.getState().receive(status);
      stores.policies.getState().outdateForecast();
      // Also where neither tenant has policies, so that nothing else asks.
      void stores.policies
        .getState()
        .refresh()
        .then(() => askForForecast(stores));
      stores.templates.getState().refreshHost();
      runs.loadTarget();
    }),
    stores.practice.subscribe((state, before) => {
      // What was typed for the one must not go to the other.
      if (state.status.running !== before.status.running) {
        runs.fill({ username: "", password: "" });
      }
    }),
    host.on("test.planned", runs.receivePlan),
    host.on("test.step", runs.receiveStep),
    host.on("test.signIn", runs.receiveSignIn),
    host.on("test.askHost", runs.receiveHostQuestion),
    host.on("test.finished", runs.receiveResult),
    host.on("test.pairFinished", runs.receivePair),
    host.on("test.failed", runs.receiveFailure),
    host.on("history.changed", history.receive),
    host.on("jamfPro.reading", stores.jamfPro.getState().receiveReading),
    host.on("graph.changed", stores.graph.getState().receive),
    host.on("explain.progress", stores.explain.getState().receive),
    host.on("signIns.changed", stores.signIns.getState().receive),
    host.on("setUp.walked", stores.setUp.getState().receive),
    host.on("signIns.offered", (offered) => takeOfferedLog(stores, offered)),
    stores.runs.subscribe((state, before) => {
      if (state.from !== before.from || state.username !== before.username) {
        askForForecast(stores);
      }
    }),
    stores.policies.subscribe((state, before) => {
      if (state.policies !== before.policies) {
        askForForecast(stores);
      }
    }),
    stores.document.subscribe((state, before) => {
      if (state.view !== before.view) {
        if (state.view !== null && state.view.id === before.view?.id) {
          stores.form.getState().follow(before.view, state.view);
        }
        documentChanged(stores, before.view, state.view);
      }
    }),
  ];
  return () => {
    for (const end of endings) end();
  };
}

/**
 * Every edit may move the place that tests go to; another document brings its own history. The practice tenant makes a profile
 * anew with every change of it, and its runs are there to be compared: they stay while one practice profile follows another.
 */
function documentChanged(stores: Stores, before: ProfileView | null, now: ProfileView | null): void {
  const isOpen = now !== null;
  const isOther = now?.id !== before?.id;
  const isPracticeStill = now?.practice === true && before?.practice === true;
  stores.exports.getState().outdate();
  stores.jamfPro.getState().outdate();
  stores.rollout.getState().outdate(isOther);
  if (isOther) {
    stores.form.getState().clear();
    stores.setUp.getState().forget();
    stores.policies.getState().outdateForecast();
  }
  if (isOther && !isPracticeStill) {
    stores.runs.getState().forget();
    stores.history.getState().clear();
    stores.unstored.documentShown(stores.document.getState().view?.id ?? null);
  }
  if (isOther && isOpen) {
    showProfile(stores);
  }
  if (!isOpen) {
    stores.saving.getState().loadDrafts();
  }
  if (isOpen) {
    keepToHeldDomains(stores);
    stores.runs.getState().loadTarget();
    stores.history.getState().load();
    askForForecast(stores);
  }
}

/** Whoever opens a profile on a screen that needs none wants to see it. */
function showProfile({ navigation }: Stores): void {
  const { screen, go } = navigation.getState();
  if (standsAlone(screen)) {
    go("profile");
  }
}
