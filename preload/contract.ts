import type { Result } from "../main/core/problem.ts";
import { type AppCalls, type AppEvents, appCalls, appEvents } from "./contract/app.ts";
import type { Names } from "./contract/define.ts";
import { type DropCalls, dropCalls } from "./contract/drop.ts";
import { type ExplainCalls, type ExplainEvents, explainCalls, explainEvents } from "./contract/explain.ts";
import { type ExportCalls, exportCalls } from "./contract/export.ts";
import type { FileHandle } from "./contract/files.ts";
import { type FormCalls, formCalls } from "./contract/form.ts";
import { type GraphCalls, type GraphEvents, graphCalls, graphEvents } from "./contract/graph.ts";
import { type HistoryCalls, type HistoryEvents, historyCalls, historyEvents } from "./contract/history.ts";
import { type JamfProCalls, type JamfProEvents, jamfProCalls, jamfProEvents } from "./contract/jamf-pro.ts";
import { type KnowledgeCalls, knowledgeCalls } from "./contract/knowledge.ts";
import { type PoliciesCalls, policiesCalls } from "./contract/policies.ts";
import {
  type PracticeCalls,
  type PracticeEvents,
  practiceCalls,
  practiceEvents,
} from "./contract/practice.ts";
import { type ProfileCalls, type ProfileEvents, profileCalls, profileEvents } from "./contract/profile.ts";
import { type RecentsCalls, recentsCalls } from "./contract/recents.ts";
import { type SavingCalls, type SavingEvents, savingCalls, savingEvents } from "./contract/saving.ts";
import { type SetUpCalls, type SetUpEvents, setUpCalls, setUpEvents } from "./contract/set-up.ts";
import { type SignInsCalls, type SignInsEvents, signInsCalls, signInsEvents } from "./contract/sign-ins.ts";
import { type TemplatesCalls, templatesCalls } from "./contract/templates.ts";
import { type TestCalls, type TestEvents, testCalls, testEvents } from "./contract/test.ts";

/**
 * Every call the page can make. Channel names, both bridges, main's registration and the page's types derive from
 * this list; a call that is missing here does not exist anywhere. What main accepts as input stands in `preload/inputs`,
 * so that no page carries the schemas.
 */
export type Calls = AppCalls &
  ProfileCalls &
  SavingCalls &
  FormCalls &
  PracticeCalls &
  TestCalls &
  PoliciesCalls &
  GraphCalls &
  HistoryCalls &
  KnowledgeCalls &
  ExplainCalls &
  ExportCalls &
  TemplatesCalls &
  DropCalls &
  SignInsCalls &
  SetUpCalls &
  JamfProCalls &
  RecentsCalls;

/** Everything main announces by itself. Events tell about state, they never command the app behind them. */
export type Events = AppEvents &
  ProfileEvents &
  SavingEvents &
  PracticeEvents &
  TestEvents &
  GraphEvents &
  HistoryEvents &
  SignInsEvents &
  SetUpEvents &
  JamfProEvents &
  ExplainEvents;

export type CallName = keyof Calls;
export type CallInput<N extends CallName> = Calls[N]["input"];
export type CallOutput<N extends CallName> = Calls[N]["output"];

export type EventName = keyof Events;
export type EventPayload<E extends EventName> = Events[E];

const calls: Names<Calls> = {
  ...appCalls,
  ...profileCalls,
  ...savingCalls,
  ...formCalls,
  ...practiceCalls,
  ...testCalls,
  ...policiesCalls,
  ...graphCalls,
  ...historyCalls,
  ...knowledgeCalls,
  ...explainCalls,
  ...exportCalls,
  ...templatesCalls,
  ...dropCalls,
  ...signInsCalls,
  ...setUpCalls,
  ...jamfProCalls,
  ...recentsCalls,
};

const events: Names<Events> = {
  ...appEvents,
  ...profileEvents,
  ...savingEvents,
  ...practiceEvents,
  ...testEvents,
  ...graphEvents,
  ...historyEvents,
  ...signInsEvents,
  ...setUpEvents,
  ...jamfProEvents,
  ...explainEvents,
};

export const callNames = Object.keys(calls) as readonly CallName[];
export const eventNames = Object.keys(events) as readonly EventName[];

/** What the page sees as `window.latchkey`, whichever host built it. Nothing rejects: failure is a value. */
export type Latchkey = {
  readonly call: <N extends CallName>(name: N, input: CallInput<N>) => Promise<Result<CallOutput<N>>>;
  /**
   * Gives a file that a person picked or dropped, a `File` of the page, to main. Problems: `file-without-place` for one that a
   * script has made where the host reads files where they lie, and what a host has against its size.
   */
  readonly giveFile: (file: object) => Promise<Result<FileHandle>>;
  /** The bytes that a call answered with `download` for, once. */
  readonly takeFile: (download: FileHandle) => Promise<Result<Uint8Array<ArrayBuffer>>>;
  /** Called once when the app behind this page is gone. Left out where the page ends with it. */
  readonly onGone?: (listener: () => void) => void;
  /** Called when the app behind this page does not answer just now, and when it answers again. Left out as the one before. */
  readonly onSilence?: (listener: (isSilent: boolean) => void) => void;
  /** Called when events may have been missed: the page asks for everything anew. Ended as `on` is; left out where none can be. */
  readonly onMissed?: (listener: () => void) => () => void;
  /** Subscribes; the returned function ends the subscription. */
  readonly on: <E extends EventName>(name: E, listener: (payload: EventPayload<E>) => void) => () => void;
};

export type * from "../main/core/claims/claim.ts";
export type * from "../main/core/conditional-access/answer/answer.ts";
export type { PolicyChange } from "../main/core/conditional-access/answer/changes.ts";
export type { CellKind, MatrixCell } from "../main/core/conditional-access/matrix/cell.ts";
export type { CheckPoint } from "../main/core/conditional-access/matrix/check-point.ts";
export type {
  WhatIfComparison,
  WhatIfDifference,
} from "../main/core/conditional-access/matrix/compare-what-if.ts";
export type * from "../main/core/conditional-access/matrix/detail.ts";
export type { AnswerTone, Headline, SignInLine } from "../main/core/conditional-access/matrix/headline.ts";
export type { Mentioned } from "../main/core/conditional-access/matrix/mentioned.ts";
export type { NamedId } from "../main/core/conditional-access/matrix/names.ts";
export type { OpenQuestion, SimpleQuestion } from "../main/core/conditional-access/matrix/open-questions.ts";
export type { MatrixRow } from "../main/core/conditional-access/matrix/rows.ts";
export type { PolicyState } from "../main/core/conditional-access/policy.ts";
export type * from "../main/core/dropped/what-was-dropped.ts";
export type * from "../main/core/explain/answer.ts";
export type * from "../main/core/explain/explanation.ts";
export type { EachChoice, ExportChoice, FileRoute } from "../main/core/export/export-choice.ts";
export type { CheckedPlace, RouteCheck } from "../main/core/export/route-check.ts";
export type * from "../main/core/finding.ts";
export type * from "../main/core/history/compare-results.ts";
export type * from "../main/core/history/compare-runs.ts";
export type * from "../main/core/history/run-label.ts";
export type * from "../main/core/history/run-name.ts";
export type * from "../main/core/history/run-record.ts";
export type * from "../main/core/history/trends.ts";
export type { ProfileConflict } from "../main/core/jamf-pro/conflicts.ts";
export type { Difference, DifferenceKind } from "../main/core/jamf-pro/difference.ts";
export type * from "../main/core/keys/key.ts";
export type { DocumentedRule } from "../main/core/lint/documented-rules.ts";
export type * from "../main/core/login-result.ts";
export type * from "../main/core/mac-commands/mac-commands.ts";
export type { ChosenFiles } from "../main/core/mac-log/choose-files.ts";
export type * from "../main/core/mac-log/mac-log.ts";
export type * from "../main/core/pair/baseline-rows.ts";
export type { Paired } from "../main/core/pair/paired.ts";
export type * from "../main/core/plist/typed-json.ts";
export type { SourcePlace } from "../main/core/plist/xml/write.ts";
export type * from "../main/core/problem.ts";
export type * from "../main/core/profile/identity-fields.ts";
export type * from "../main/core/profile/patch.ts";
export type * from "../main/core/profile/test-settings.ts";
export type * from "../main/core/recipes/recipe.ts";
export type { RecipeName } from "../main/core/recipes/recipe-name.ts";
export type * from "../main/core/rollout/rollout.ts";
export type { Credential } from "../main/core/ropg/destination.ts";
export type { GraphRequest } from "../main/core/setup/setup-plan.ts";
export type { StepState } from "../main/core/setup/step-state.ts";
export type * from "../main/core/sign-ins/first-numbers.ts";
export type * from "../main/core/sign-ins/report.ts";
export type * from "../main/core/sign-ins/row-query.ts";
export type { SignInClass } from "../main/core/sign-ins/sign-in-class.ts";
export type { WrongAnswer } from "../main/core/templates/read-answers.ts";
export type * from "../main/core/templates/template.ts";
export type { DiffLine } from "../main/core/text/line-diff.ts";
export type * from "./contract/app.ts";
export * from "./contract/commands.ts";
export type * from "./contract/drop.ts";
export type * from "./contract/explain.ts";
export type * from "./contract/export.ts";
export type * from "./contract/files.ts";
export type * from "./contract/form.ts";
export type * from "./contract/graph.ts";
export type * from "./contract/history.ts";
export type * from "./contract/jamf-pro.ts";
export type * from "./contract/knowledge.ts";
export type * from "./contract/policies.ts";
export type * from "./contract/practice.ts";
export type * from "./contract/profile.ts";
export type * from "./contract/recents.ts";
export type * from "./contract/saving.ts";
export type * from "./contract/set-up.ts";
export type * from "./contract/sign-ins.ts";
export type * from "./contract/templates.ts";
export type * from "./contract/test.ts";
