import type { GraphState, PracticeView } from "../../preload/contract.ts";
import type { RunKind } from "../core/history/index.ts";
import { inTurn } from "../core/in-turn.ts";
import type { LintContext } from "../core/lint/context.ts";
import type { Via } from "../core/login-result.ts";
import type { Tested } from "../core/pair/predict.ts";
import type { Predicted } from "../core/pair/with-prediction.ts";
import { type Result, succeed } from "../core/problem.ts";
import { createLastExport, type LastExport } from "./document/compare.ts";
import { createDocuments, type Documents } from "./document/documents.ts";
import { contextOn } from "./document/lint-context.ts";
import type { OpenDocument } from "./document/open-document.ts";
import { createExports, type Exports } from "./export/export-profile.ts";
import { createSigners, type Signers } from "./export/signers.ts";
import { createGraphConnection, type GraphConnection } from "./graph/graph-connection.ts";
import { createSessionKeeper, type SessionKeeper } from "./graph/kept-session.ts";
import { createRunHistory, type RunHistory } from "./history/history.ts";
import type { RunStart } from "./history/run-memory.ts";
import { createJamfProDesk, type JamfProDesk } from "./jamf-pro/desk.ts";
import { bothSignIns } from "./policies/forecast.ts";
import { createPolicies, type Policies } from "./policies/policies.ts";
import type { HostPorts } from "./ports.ts";
import { createPractice, type Practice } from "./practice/practice.ts";
import { createRecents, type Recents } from "./recents/remember.ts";
import { type BrokenRuns, createBrokenRuns } from "./runs/broken-runs.ts";
import { createFollowRun, type FollowRun } from "./runs/follow-run.ts";
import type { Destination } from "./runs/login-context.ts";
import type { Predict } from "./runs/run-calls.ts";
import { createTestRuns, type TestRuns } from "./runs/test-runs.ts";
import { createWrongPasswords, type WrongPasswords } from "./runs/wrong-passwords.ts";
import { createSetUpDesk, type SetUpDesk } from "./setup/desk.ts";
import { createSignIns, type SignIns } from "./sign-ins/sign-ins.ts";
import { waitFor } from "./wait-for.ts";

/** The desks behind one window, the one document they work on, and what they do together. */
export type SessionServices = {
  readonly ports: HostPorts;
  readonly practice: Practice;
  readonly history: RunHistory;
  readonly runs: TestRuns;
  readonly broken: BrokenRuns;
  readonly wrongPasswords: WrongPasswords;
  readonly follow: FollowRun;
  readonly signers: Signers;
  readonly exports: Exports;
  readonly jamfPro: JamfProDesk;
  readonly lastExport: LastExport;
  readonly recents: Recents;
  readonly policies: Policies;
  readonly graph: GraphConnection;
  readonly keeper: SessionKeeper;
  readonly signIns: SignIns;
  readonly setUp: SetUpDesk;
  /** How logins get to the sign-in page where nobody says: through a window of our own where the host has one. */
  readonly via: Via;
  readonly documents: Documents;
  readonly document: Documents["current"];
  readonly change: Documents["change"];
  /** What is known beside the document when it is looked at for findings. */
  readonly lintContext: (open: OpenDocument) => LintContext;
  /** Tells everybody what became of the practice tenant. */
  readonly tellPractice: (changed: Result<PracticeView>) => Result<null>;
  /** Name of the practice scenario that runs; null for the profile's own tenant. */
  readonly scenario: () => string | null;
  /** What people call it. */
  readonly scenarioTitle: () => string | null;
  /** What a run is about that starts now. */
  readonly runStart: (kind: RunKind, open: OpenDocument) => RunStart;
  /** Where runs are sent: the practice tenant while it runs. */
  readonly authority: () => string | null;
  /** What a test run takes from here beside its input. */
  readonly surroundings: (
    open: OpenDocument,
    about: { readonly username: string | null; readonly jamfConnectVersion: string | null },
  ) => Omit<Destination, "allowHost"> & {
    readonly document: OpenDocument["document"];
    readonly predict: Predict;
  };
  /** What the policies say about a profile; null where none are loaded. */
  readonly predicted: (open: OpenDocument) => Promise<Predicted | null>;
};

/** A tenant that has no policies says nothing, which is an answer too. */
const noPolicies: Predicted = {
  recipe: null,
  signIns: [],
  policyNames: new Map(),
  spared: { "login-window": [], "password-check": [] },
  baselineScopes: "enforced",
};

export function createSessionServices(ports: HostPorts): SessionServices {
  const practice = createPractice(ports.makePracticeKey);
  const policies = createPolicies(ports.now);
  const tell = (state: GraphState) => {
    ports.signInAwaited?.(state.kind === "signing-in" ? state.url : null);
    ports.emit("graph.changed", state);
  };
  const keeper = createSessionKeeper(ports.secretStore ?? null);
  const graph = createGraphConnection({ fetch: ports.fetch, tell, keeper }, waitFor);
  const history = createRunHistory(ports, () => tellHistory());
  const signers = createSigners(ports);
  const broken = createBrokenRuns(ports.emit);
  const runs = createTestRuns(
    ports,
    broken,
    () => practice.running()?.signIns() ?? null,
    (state) => practice.running()?.endByHand(state),
  );
  const recents = createRecents(ports);
  const tellHistory = inTurn(async () => {
    const about = documents.current();
    const list = await history.list(about);
    recents.documentTested(about, list.ok ? list.value.runs[0] : undefined);
    if (list.ok) ports.emit("history.changed", list.value);
  });
  const lintContext = ({ document }: OpenDocument): LintContext =>
    contextOn(ports.now(), policies.about(document, practice.running()));
  const documents = createDocuments(ports, {
    contextOf: lintContext,
    opened: (open, view) => {
      history.documentOpened(open);
      recents.documentOpened(open, view);
      broken.forgetAll();
      void tellHistory();
    },
    edited: () => history.documentEdited(),
    closed: () => void tellHistory(),
  });
  const authority = () => practice.running()?.authority ?? null;
  const scenario = () => scenarioOf(practice)?.name ?? null;
  const scenarioTitle = () => scenarioOf(practice)?.title ?? null;
  return {
    ports,
    practice,
    history,
    runs,
    broken,
    wrongPasswords: createWrongPasswords(),
    follow: createFollowRun(ports, broken, history, practice),
    policies,
    graph,
    keeper,
    signIns: createSignIns((view) => ports.emit("signIns.changed", view)),
    setUp: createSetUpDesk({ document: documents.current, practice, policies }, (walk) =>
      ports.emit("setUp.walked", walk),
    ),
    signers,
    exports: createExports(ports, signers),
    jamfPro: createJamfProDesk(ports, () => practice.running() !== null),
    lastExport: createLastExport(),
    recents,
    via: ports.capabilities.canOpenLoginWindow ? "window" : "browser",
    documents,
    document: documents.current,
    change: documents.change,
    lintContext,
    authority,
    tellPractice: (changed) => {
      if (!changed.ok) return changed;
      ports.emit("practice.changed", changed.value);
      return succeed(null);
    },
    scenario,
    scenarioTitle,
    runStart: (kind, open) => runStartIn(practice, kind, open),
    surroundings: ({ document }, { username, jamfConnectVersion }) => ({
      document,
      jamfConnectVersion,
      authority: authority(),
      scenario: scenario(),
      scenarioTitle: scenarioTitle(),
      predict: (tested: Tested) => policies.predict(tested, practice.running(), username),
    }),
    predicted: async (document) => {
      const tenant = practice.running();
      const silent = policies.view(tenant) === null ? null : noPolicies;
      return (await policies.predict(bothSignIns(document), tenant, null)) ?? silent;
    },
  };
}

/** The practice scenario that runs; null while none does. */
function scenarioOf(practice: Practice): { readonly name: string; readonly title: string } | null {
  const view = practice.view();
  return view.running ? view.scenario : null;
}

/** What is known when a run starts: with the practice tenant, its scenario and how its switches stand. */
function runStartIn(practice: Practice, kind: RunStart["kind"], open: OpenDocument): RunStart {
  const view = practice.view();
  if (!view.running) return { kind, open, scenario: null, scenarioTitle: null, switches: null };
  const { name, title } = view.scenario;
  const switches = { now: view.switches, scenario: view.scenarioSwitches };
  return { kind, open, scenario: name, scenarioTitle: title, switches };
}
