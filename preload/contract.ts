import type { ClaimCatalogue } from "../main/core/claims/claim.ts";
import type { ConditionalAccessAnswer } from "../main/core/conditional-access/answer/answer.ts";
import type { Explanation } from "../main/core/explain/explanation.ts";
import type { Comparison } from "../main/core/history/compare-runs.ts";
import type { LiveStep, LoginResult, Through } from "../main/core/login-result.ts";
import type { Paired } from "../main/core/pair/paired.ts";
import type { TypedJson } from "../main/core/plist/typed-json.ts";
import type { Problem, Result } from "../main/core/problem.ts";
import type { KeyPath, ProfilePatch } from "../main/core/profile/patch.ts";
import type { Recipe } from "../main/core/recipes/recipe.ts";
import type { Credential } from "../main/core/ropg/destination.ts";
import { call, event, type InputOf, type OutputOf } from "./contract/define.ts";
import type { HistoryView, ReportView, RolloutView, RunDetailView } from "./contract/history-views.ts";
import { practiceChange } from "./contract/practice-change.ts";
import type { PracticeView, ScenarioView } from "./contract/practice-views.ts";
import type { ForecastView, PlannedLane } from "./contract/run-views.ts";
import type {
  AppDescription,
  ExportView,
  IdentityView,
  PoliciesView,
  ProfileView,
  TestTargetView,
} from "./contract/views.ts";
import { z } from "./contract/zod.ts";

const nothing = z.strictObject({});
const runId = z.strictObject({ runId: z.string().min(1).max(64) });
/** 16 MB of file as base64, and a little more, so that main can say in its own words what is too large. */
const fileData = z.base64().max(24_000_000);
const secret = z.string().max(4096);
const source = z.enum(["login", "menu-bar"]);
/** Left out: the login window where the host has one, else the browser. */
const through = z.enum(["window", "browser"]).exactOptional();
/** Jamf Connect version to behave as, `2.11` for example; left out means current. */
const jamfConnectVersion = z
  .string()
  .regex(/^\d+(\.\d+){0,3}$/)
  .max(20)
  .exactOptional();

/** `custom-settings` is a profile whose payloads are managed preferences, which Jamf Pro keeps editable. */
const exportForm = {
  form: z.enum(["mobileconfig", "custom-settings", "plist"]),
  domain: z.string().max(255).nullable(),
};
const identityField = z.enum([
  "provider",
  "tenant",
  "login-app",
  "check-app",
  "redirect-uri",
  "login-scopes",
  "check-scopes",
  "success-codes",
]);

const typedJson: z.ZodType<TypedJson> = z.lazy(() =>
  z.union([z.string(), z.number(), z.boolean(), z.array(typedJson), z.record(z.string(), typedJson)]),
);
const keyPath: z.ZodType<KeyPath> = z.array(z.union([z.string(), z.number().int().nonnegative()])).max(64);
const payload = z.strictObject({
  domain: z.string().min(1).max(255),
  index: z.number().int().nonnegative().exactOptional(),
});
const position = z.number().int().nonnegative().exactOptional();
const patch: z.ZodType<ProfilePatch> = z.lazy(() =>
  z.discriminatedUnion("op", [
    z.strictObject({ op: z.literal("set"), payload, path: keyPath, value: typedJson, position }),
    z.strictObject({ op: z.literal("remove"), payload, path: keyPath }),
    z.strictObject({
      op: z.literal("add-payload"),
      domain: z.string().min(1).max(255),
      form: z.enum(["direct", "managed-preferences"]),
      identifier: z.string().min(1).max(255),
      uuid: z.uuid(),
      settings: z.record(z.string(), typedJson),
      position,
    }),
    z.strictObject({ op: z.literal("remove-payload"), payload }),
    z.strictObject({ op: z.literal("all"), patches: z.array(patch).max(1000) }),
  ]),
);

/**
 * Every call the page can make. Channel names, both bridges, main's registration and the page's types derive from
 * this list; a call that is missing here does not exist anywhere.
 */
export const calls = {
  "app.describe": call<AppDescription>()(nothing),

  "profile.choose": call<ProfileView | null>()(nothing),
  "profile.open": call<ProfileView>()(z.strictObject({ name: z.string().min(1).max(255), data: fileData })),
  "profile.current": call<ProfileView | null>()(nothing),
  "profile.edit": call<ProfileView>()(z.strictObject({ patch })),
  /** Stores an identity value in every domain that keeps it, or in one when the domains are to differ. */
  "profile.editField": call<ProfileView>()(
    z.strictObject({
      field: identityField,
      value: z.string().max(65_536),
      domain: z.string().max(255).nullable(),
    }),
  ),
  "profile.undo": call<ProfileView>()(nothing),
  "profile.redo": call<ProfileView>()(nothing),
  "profile.close": call<null>()(nothing),

  "practice.scenarios": call<readonly ScenarioView[]>()(nothing),
  "practice.status": call<PracticeView>()(nothing),
  "practice.start": call<PracticeView>()(
    z.strictObject({ scenario: z.string().max(64), openProfile: z.boolean() }),
  ),
  /** Changes switches of the running practice tenant; what is not named stays. */
  "practice.change": call<PracticeView>()(practiceChange),
  /** Puts all switches back to what the scenario says; address and sign-in log stay. */
  "practice.reset": call<PracticeView>()(nothing),
  "practice.stop": call<PracticeView>()(nothing),

  /** Where a run of this kind with the settings of this domain would go; for both, where the login goes. */
  "test.target": call<TestTargetView>()(
    z.strictObject({ kind: z.enum(["oidc", "ropg", "both"]), from: source }),
  ),
  "test.ropg": call<{ readonly runId: string }>()(
    z.strictObject({
      from: source,
      username: z.string().min(1).max(1024),
      password: secret,
      allowHost: z.string().max(255).nullable(),
      jamfConnectVersion,
    }),
  ),
  "test.oidc": call<{ readonly runId: string }>()(
    z.strictObject({
      username: z.string().max(1024).nullable(),
      allowHost: z.string().max(255).nullable(),
      through,
    }),
  ),
  /** The login, then the password check of the same person, and what the two come to together. */
  "test.both": call<{ readonly runId: string }>()(
    z.strictObject({
      from: source,
      username: z.string().min(1).max(1024),
      password: secret,
      allowHost: z.string().max(255).nullable(),
      jamfConnectVersion,
      through,
    }),
  ),
  /** What the loaded policies predict for both sign-ins of the open profile, before anything is sent; null without policies. */
  "test.predict": call<ForecastView | null>()(
    z.strictObject({ from: source, username: z.string().max(1024).nullable() }),
  ),
  /** The ways to set up Jamf Connect with Conditional Access, by their letters. */
  "recipes.list": call<readonly Recipe[]>()(nothing),
  /** Puts the scopes of a recipe into the open profile, as one change that can be undone. */
  "recipes.apply": call<ProfileView>()(
    z.strictObject({
      name: z.string().max(64),
      /** Application id, `api://…` or the whole scope; empty where the recipe needs none. */
      loginApi: z.string().max(300),
      checkApi: z.string().max(300),
    }),
  ),
  "policies.current": call<PoliciesView | null>()(nothing),
  /** Reads an export of Conditional Access policies; results of later tests carry what it predicts. */
  "policies.load": call<PoliciesView>()(z.strictObject({ name: z.string().min(1).max(255), data: fileData })),
  "policies.clear": call<null>()(nothing),
  /** Every loaded policy for both sign-ins of the open profile, with its reasons; null without policies. */
  "policies.explain": call<ConditionalAccessAnswer | null>()(
    z.strictObject({ from: source, username: z.string().max(1024).nullable() }),
  ),

  "test.finishSignIn": call<null>()(runId.extend({ address: z.string().min(1).max(65_536) })),
  /** Brings the sign-in page of a run back to the front, where the host opens it itself. */
  "test.showSignIn": call<null>()(runId),
  /** Answers a run that asked about a host with `test.askHost`; yes holds until the app ends. */
  "test.answerHost": call<null>()(runId.extend({ allow: z.boolean() })),
  "test.cancel": call<null>()(runId),

  /** What is known about claims of tokens and members of their headers; it never changes. */
  "tokens.claims": call<ClaimCatalogue>()(nothing),

  /** Runs of the open document: those of this session, and those that were kept. */
  "history.list": call<HistoryView>()(nothing),
  "history.run": call<RunDetailView>()(runId),
  /** Compares two runs; which of them is older does not matter. */
  "history.compare": call<Comparison>()(z.strictObject({ a: runId.shape.runId, b: runId.shape.runId })),
  /** Writes a masked copy of a run to disk, for later sessions. */
  "history.keep": call<HistoryView>()(runId),
  /** Deletes a run from memory and disk. */
  "history.forget": call<HistoryView>()(runId),
  /**
   * Deletes many runs from memory and disk: those of the open document, or of every document. `unreadable` deletes kept
   * files that cannot be read, which belong to no document; so does `everything`.
   */
  "history.forgetAll": call<HistoryView>()(
    z.strictObject({ what: z.enum(["document", "unreadable", "everything"]) }),
  ),
  /** Go or no-go for the open document. */
  "rollout.judge": call<RolloutView>()(nothing),

  /** What a code, an error, an address with an error in it or a row of a sign-in log means; a problem when unknown. */
  "explain.text": call<Explanation>()(z.strictObject({ text: z.string().max(65_536) })),

  /** A report about runs and the open profile; without runs about the profile alone. Null when not saved. */
  "report.make": call<ReportView | null>()(
    z.strictObject({
      runIds: z.array(runId.shape.runId).max(50),
      /** `bundle` is a ZIP of all three with a copy of the profile that holds no secrets. */
      format: z.enum(["markdown", "html", "json", "bundle"]),
      identities: z.enum(["masked", "shown"]),
      /** Trace and correlation ids, which support asks for; masked when left out. */
      requestIds: z.enum(["masked", "shown"]).exactOptional(),
    }),
  ),

  "export.unlockP12": call<IdentityView>()(
    z.strictObject({ name: z.string().max(255), data: fileData, passphrase: secret }),
  ),
  "export.unlockPem": call<IdentityView>()(
    z.strictObject({
      name: z.string().max(255),
      certificate: z.string().max(1_000_000),
      key: z.string().max(1_000_000),
      passphrase: secret,
    }),
  ),
  /** The text that an export would hold, secrets replaced. */
  "export.preview": call<{ readonly source: string }>()(z.strictObject(exportForm)),
  "export.save": call<ExportView | null>()(
    z.strictObject({ ...exportForm, identityId: z.string().max(64).nullable() }),
  ),
} as const;

/** Everything main announces by itself. */
export const events = {
  "profile.changed": event<ProfileView | null>(),
  "practice.changed": event<PracticeView>(),
  /** What a run is going to do, before its first step. */
  "test.planned": event<{
    readonly runId: string;
    readonly login: PlannedLane | null;
    readonly check: PlannedLane | null;
  }>(),
  /** `lane` tells the login's steps from the check's; a run of both has both. */
  "test.step": event<{ readonly runId: string; readonly lane: "login" | "check"; readonly step: LiveStep }>(),
  "test.signIn": event<{
    readonly runId: string;
    readonly url: string;
    readonly how: "window" | "loopback" | "paste";
    readonly through: Through;
    readonly redirectUri: string;
    /** When the run ends by itself, ISO 8601. */
    readonly endsAt: string;
  }>(),
  /** A run waits: something is about to leave for a host that nobody knows, and `test.answerHost` decides. */
  "test.askHost": event<{ readonly runId: string; readonly host: string; readonly carries: Credential }>(),
  "test.finished": event<{ readonly runId: string; readonly result: LoginResult }>(),
  "test.pairFinished": event<{
    readonly runId: string;
    readonly login: LoginResult;
    readonly check: LoginResult;
    readonly paired: Paired;
  }>(),
  /** A run that ends without a result, because the app itself met a fault in it. */
  "test.failed": event<{ readonly runId: string; readonly problem: Problem }>(),
  "history.changed": event<HistoryView>(),
  "app.command": event<{
    readonly command:
      | "open"
      | "save"
      | "undo"
      | "redo"
      | "profile"
      | "test"
      | "export"
      | "test-both"
      | "test-oidc"
      | "test-ropg"
      | "stop"
      | "compare"
      | "explain"
      | "practice"
      | "keyboard";
  }>(),
} as const;

export type Calls = typeof calls;
export type CallName = keyof Calls;
export type CallInput<N extends CallName> = InputOf<Calls[N]>;
export type CallOutput<N extends CallName> = OutputOf<Calls[N]>;

export type Events = typeof events;
export type EventName = keyof Events;
export type EventPayload<E extends EventName> = OutputOf<Events[E]>;

export const callNames = Object.keys(calls) as readonly CallName[];
export const eventNames = Object.keys(events) as readonly EventName[];

/** What the page sees as `window.latchkey`, whichever host built it. Calls never reject: failure is a value. */
export type Latchkey = {
  readonly call: <N extends CallName>(name: N, input: CallInput<N>) => Promise<Result<CallOutput<N>>>;
  /** Subscribes; the returned function ends the subscription. */
  readonly on: <E extends EventName>(name: E, listener: (payload: EventPayload<E>) => void) => () => void;
};

export type * from "../main/core/claims/claim.ts";
export type * from "../main/core/conditional-access/answer/answer.ts";
export type * from "../main/core/explain/explanation.ts";
export type * from "../main/core/finding.ts";
export type * from "../main/core/history/compare-results.ts";
export type * from "../main/core/history/compare-runs.ts";
export type * from "../main/core/history/run-label.ts";
export type * from "../main/core/history/run-record.ts";
export type * from "../main/core/history/trends.ts";
export type * from "../main/core/login-result.ts";
export type * from "../main/core/pair/baseline-rows.ts";
export type { Paired } from "../main/core/pair/paired.ts";
export type * from "../main/core/plist/typed-json.ts";
export type * from "../main/core/problem.ts";
export type * from "../main/core/profile/identity-fields.ts";
export type * from "../main/core/profile/patch.ts";
export type * from "../main/core/profile/test-settings.ts";
export type * from "../main/core/recipes/recipe.ts";
export type * from "../main/core/rollout/rollout.ts";
export type { Credential } from "../main/core/ropg/destination.ts";
export type * from "./contract/history-views.ts";
export type * from "./contract/practice-views.ts";
export type * from "./contract/run-views.ts";
export type * from "./contract/views.ts";
