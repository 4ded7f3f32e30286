import { Buffer } from "node:buffer";
import type { PracticeView, ProfileView, TestTargetView } from "../../../../preload/contract.ts";
import { claimCatalogue } from "../../../core/claims/catalogue.ts";
import { type Result, succeed } from "../../../core/problem.ts";
import { identityPatch } from "../../../core/profile/identity-fields.ts";
import { describeProfile, testSettings } from "../../../core/profile/index.ts";
import { recipes } from "../../../core/recipes/index.ts";
import type { Through } from "../../../core/verdict/login-result.ts";
import type { Tested } from "../../../core/verdict/paired/predict.ts";
import type { Predicted } from "../../../core/verdict/paired/with-prediction.ts";
import { createDispatch, type Dispatch, type Handlers } from "../dispatch.ts";
import type { HostPorts, PickedFile } from "../ports.ts";
import { edit, noDocument, type OpenDocument, redo, undo } from "./document-desk.ts";
import { createExportDesk, writeOptions } from "./export-desk.ts";
import { createHistoryDesk, remembering } from "./history-desk.ts";
import { openFile } from "./open-file.ts";
import { createPoliciesDesk } from "./policies-desk.ts";
import { bothSignIns, forecast, lockOutFindings, reportPrediction, signInsOf } from "./policies-say.ts";
import { createPracticeDesk } from "./practice-desk.ts";
import { previewOf, profileView } from "./profile-view.ts";
import { applyRecipe } from "./recipe-desk.ts";
import { reportTo } from "./report-desk.ts";
import { judge } from "./rollout-desk.ts";
import { createRunDesk } from "./run-desk.ts";
import { testTarget } from "./test-target.ts";

/** What runs behind one window: one document, its test runs, the practice tenant, unlocked identities. */
export type Session = {
  readonly call: Dispatch;
  /** Opens a file that the system handed over (double click, drag on the icon). */
  readonly openFile: (file: PickedFile) => Promise<Result<ProfileView>>;
  readonly dispose: () => Promise<void>;
};

/** The password check has keys of its own in the login domain (`OIDCROPGID`, `ROPGScopes`, …). */
const useOf = { oidc: "sign-in", both: "sign-in", ropg: "password-check" } as const;

/** A tenant that has no policies says nothing, which is an answer too. */
const noPolicies: Predicted = {
  recipe: null,
  signIns: [],
  policyNames: new Map(),
  spared: { "login-window": [], "password-check": [] },
  baselineScopes: "enforced",
};

export function createSession(ports: HostPorts): Session {
  let open: OpenDocument | null = null;
  const through: Through = ports.capabilities.canOpenLoginWindow ? "window" : "browser";
  const practice = createPracticeDesk();
  const history = createHistoryDesk(ports, () => void tellHistory());
  const runs = createRunDesk(
    { ...ports, emit: remembering(telling(ports.emit), history) },
    () => practice.running()?.signIns() ?? null,
  );
  /** A test may have locked an account out or given consent. */
  function telling(emit: HostPorts["emit"]): HostPorts["emit"] {
    return (name, payload) => {
      emit(name, payload);
      const isEnd = name === "test.finished" || name === "test.pairFinished";
      if (isEnd && practice.running() !== null) emit("practice.changed", practice.view());
    };
  }
  const exports = createExportDesk(ports);
  const policies = createPoliciesDesk(ports.now);

  const show = (next: OpenDocument | null): ProfileView | null => {
    open = next;
    const view = next === null ? null : profileView(next);
    ports.emit("profile.changed", view);
    return view;
  };
  const shown = (next: OpenDocument): ProfileView => {
    show(next);
    return profileView(next);
  };
  const load = async (file: PickedFile, fromPractice: boolean): Promise<Result<ProfileView>> => {
    const opened = await openFile(file, fromPractice);
    if (!opened.ok) return opened;
    history.documentOpened(opened.value);
    const view = shown(opened.value);
    void tellHistory();
    return succeed(view);
  };
  const change = (next: (current: OpenDocument) => Result<OpenDocument>): Result<ProfileView> => {
    if (open === null) return noDocument();
    const changed = next(open);
    if (!changed.ok) return changed;
    history.documentEdited();
    return succeed(shown(changed.value));
  };
  const authority = () => practice.running()?.authority ?? null;
  /** What a test run takes from the session beside its input. */
  const surroundings = (
    { document }: OpenDocument,
    userName: string | null,
    jamfConnectVersion: string | null,
  ) => ({
    document,
    authority: authority(),
    jamfConnectVersion,
    predict: (tested: Tested) => policies.predict(tested, practice.running(), userName),
  });

  /** What the policies say about a profile; null where none are loaded. */
  const predicted = async (document: OpenDocument) => {
    const tenant = practice.running();
    const silent = policies.view(tenant) === null ? null : noPolicies;
    return (await policies.predict(bothSignIns(document), tenant, null)) ?? silent;
  };

  const scenario = () => {
    const view = practice.view();
    return view.running ? view.scenario.name : null;
  };
  const tellPractice = (changed: Result<PracticeView>): Result<PracticeView> => {
    if (changed.ok) ports.emit("practice.changed", changed.value);
    return changed;
  };
  const tellHistory = async () => {
    const list = await history.list(open);
    if (list.ok) ports.emit("history.changed", list.value);
  };

  const handlers: Handlers = {
    "app.describe": async () => succeed({ version: ports.version, capabilities: ports.capabilities }),

    "profile.choose": async () => {
      const file = await ports.chooseProfile();
      if (!file.ok) return file;
      return file.value === null ? succeed(null) : load(file.value, false);
    },
    "profile.open": async ({ name, data }) => load({ name, bytes: Buffer.from(data, "base64") }, false),
    "profile.current": async () => succeed(open === null ? null : profileView(open)),
    "profile.edit": async ({ patch }) => change((current) => edit(current, patch)),
    "profile.editField": async ({ field, value, domain }) =>
      change((current) =>
        edit(current, identityPatch(describeProfile(current.document).payloads, field, value, domain)),
      ),
    "profile.undo": async () => change(undo),
    "profile.redo": async () => change(redo),
    "profile.close": async () => {
      show(null);
      void tellHistory();
      return succeed(null);
    },

    "practice.scenarios": async () => succeed(await practice.scenarios()),
    "practice.status": async () => succeed(practice.view()),
    "practice.start": async ({ scenario, openProfile }) => {
      runs.cancelAll();
      const tenant = await practice.start(scenario);
      ports.emit("practice.changed", practice.view());
      if (!tenant.ok) return tenant;
      if (openProfile) {
        const { fileName: name, bytes } = tenant.value.profile;
        const loaded = await load({ name, bytes }, true);
        if (!loaded.ok) return loaded;
      }
      return succeed(practice.view());
    },
    "practice.change": async (change) => tellPractice(practice.change(change)),
    "practice.reset": async () => tellPractice(practice.reset()),
    "practice.stop": async () => {
      runs.cancelAll();
      await practice.stop();
      ports.emit("practice.changed", practice.view());
      return succeed(practice.view());
    },

    "test.target": async ({ kind, from }): Promise<Result<TestTargetView>> => {
      if (open === null) return noDocument();
      const settings = testSettings(open.document, from, useOf[kind]);
      return settings.ok
        ? testTarget(kind === "ropg" ? "ropg" : "oidc", settings.value, authority())
        : settings;
    },
    "test.ropg": async (input) => {
      if (open === null) return noDocument();
      const call = { ...input, ...surroundings(open, input.username, input.jamfConnectVersion ?? null) };
      return history.track({ kind: "ropg", open, scenario: scenario() }, () => runs.ropg(call));
    },
    "test.oidc": async (input) => {
      if (open === null) return noDocument();
      const call = { through, ...input, ...surroundings(open, input.username, null) };
      return history.track({ kind: "oidc", open, scenario: scenario() }, () => runs.oidc(call));
    },
    "test.both": async (input) => {
      if (open === null) return noDocument();
      const call = {
        through,
        ...input,
        ...surroundings(open, input.username, input.jamfConnectVersion ?? null),
      };
      return history.track({ kind: "both", open, scenario: scenario() }, () => runs.both(call));
    },
    "test.predict": async ({ from, username }) => {
      if (open === null) return noDocument();
      const tested = signInsOf(open, from);
      return succeed(forecast(await policies.predict(tested, practice.running(), username)));
    },
    "recipes.list": async () => succeed(recipes),
    "recipes.apply": async ({ name, ...apps }) => change((current) => applyRecipe(current, name, apps)),
    "policies.explain": async ({ from, username }) => {
      if (open === null) return noDocument();
      return succeed(await policies.explain(signInsOf(open, from), practice.running(), username));
    },
    "policies.current": async () => succeed(policies.view(practice.running())),
    "policies.load": ({ name, data }) => policies.load({ name, bytes: Buffer.from(data, "base64") }),
    "policies.clear": async () => {
      policies.clear();
      return succeed(null);
    },
    "test.finishSignIn": async ({ runId, address }) => runs.takeAddress(runId, address),
    "test.showSignIn": async ({ runId }) => runs.showSignIn(runId),
    "test.cancel": async ({ runId }) => {
      runs.cancel(runId);
      return succeed(null);
    },

    "tokens.claims": async () => succeed(claimCatalogue),

    "history.list": () => history.list(open),
    "history.run": ({ runId }) => history.detail(open, runId),
    "history.compare": ({ a, b }) => history.compare(a, b),
    "history.keep": async ({ runId }) => {
      const kept = await history.keep(runId);
      return kept.ok ? history.list(open) : kept;
    },
    "history.forget": async ({ runId }) => {
      const forgotten = await history.forget(runId);
      return forgotten.ok ? history.list(open) : forgotten;
    },
    "history.forgetAll": async ({ what }) => {
      const forgotten = await history.forgetAll(what, open);
      return forgotten.ok ? history.list(open) : forgotten;
    },
    "rollout.judge": async () => {
      if (open === null) return noDocument();
      // Nothing checks the settings yet, so an empty list says nothing about the profile.
      const found = profileView(open).findings;
      const findings = found.length === 0 ? null : found;
      const records = await history.recordsOf(open);
      const state = history.stateOf(open);
      const lockOut = lockOutFindings(await predicted(open));
      const practicePolicies = policies.view(practice.running())?.source === "practice";
      return succeed(judge({ open, state, findings, lockOut, practicePolicies, records, now: ports.now() }));
    },

    "explain.text": async ({ text }) => {
      const { explainText } = await import("../../../core/verdict/explain/explain-text.ts");
      return explainText(text);
    },
    "report.make": async (wanted) => {
      const records = await history.records(wanted.runIds);
      if (!records.ok) return records;
      const profile =
        open === null ? null : { open, state: history.stateOf(open), findings: profileView(open).findings };
      const prediction = open === null ? null : reportPrediction(await predicted(open));
      return reportTo(ports, { wanted, records: records.value, profile, prediction });
    },

    "export.unlockP12": async ({ name, data, passphrase }) =>
      exports.unlock(name, { kind: "p12", bytes: Buffer.from(data, "base64") }, passphrase),
    "export.unlockPem": async ({ name, certificate, key, passphrase }) =>
      exports.unlock(
        name,
        { kind: "pem", certificate: Buffer.from(certificate), key: Buffer.from(key) },
        passphrase,
      ),
    "export.preview": async ({ form, domain }) => {
      if (open === null) return noDocument();
      const source = previewOf(open, writeOptions(form, domain));
      return source.ok ? succeed({ source: source.value }) : source;
    },
    "export.save": async ({ form, domain, identityId }) =>
      open === null
        ? noDocument()
        : exports.save({ document: open.document, fileName: open.fileName, form, domain, identityId }),
  };

  return {
    call: createDispatch(handlers),
    openFile: (file) => load(file, false),
    dispose: async () => {
      runs.cancelAll();
      exports.forget();
      history.clear();
      await practice.stop();
    },
  };
}
