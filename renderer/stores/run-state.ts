import type {
  EventPayload,
  Latchkey,
  Problem,
  RunKind,
  SettingsSource,
  TestTargetView,
  Via,
} from "../../preload/contract.ts";
import type { Run } from "./run.ts";
import type { RunQuestion } from "./run-question.ts";

export type RunState = {
  readonly username: string;
  /** In memory only, never in an address, a log or a store of the browser. */
  readonly password: string;
  readonly from: SettingsSource;
  /** Jamf Connect version to behave as; null means current. */
  readonly jamfConnectVersion: string | null;
  /** Hands the user name to the sign-in page, which Jamf Connect does not. */
  readonly fillInName: boolean;
  /** Where the password check goes. */
  readonly target: TestTargetView | null;
  /** Why it goes nowhere: what the profile lacks, or that it cannot be practised. */
  readonly targetProblem: Problem | null;
  /** The same of the login. */
  readonly loginTarget: TestTargetView | null;
  readonly loginProblem: Problem | null;
  /** Runs that this page has seen, by id; older ones are brought back by the history store. */
  readonly runs: Readonly<Record<string, Run>>;
  readonly runningId: string | null;
  readonly isStarting: boolean;
  readonly question: RunQuestion | null;
  readonly problem: Problem | null;
  /** The run whose breaking off is the problem; null where it is about something else. */
  readonly brokenId: string | null;
  readonly fill: (
    values: Partial<Pick<RunState, "username" | "password" | "from" | "jamfConnectVersion" | "fillInName">>,
  ) => void;
  readonly loadTarget: () => Promise<void>;
  /** @param via how the person gets to the sign-in page; the host's own way when left out */
  readonly start: (kind: RunKind, via?: Via) => Promise<void>;
  readonly answer: (goOn: boolean) => Promise<void>;
  /** Null when it was taken; otherwise why it was not, and the login goes on waiting. */
  readonly finishSignIn: (pasted: string) => Promise<Problem | null>;
  /** Brings the sign-in page back to the front, where the host shows it. */
  readonly showSignIn: () => Promise<void>;
  readonly stop: () => Promise<void>;
  /**
   * Asks which runs go on and shows them as if this page had started them, and says which broke off: it was loaded anew
   * meanwhile.
   */
  readonly resume: () => Promise<void>;
  /**
   * The same after events were missed: of runs that this page knows as well. Returns the run that has ended meanwhile, of which only
   * the history knows more; null where there is none.
   */
  readonly catchUp: () => Promise<string | null>;
  readonly receivePlan: (event: EventPayload<"test.planned">) => void;
  readonly receiveStep: (event: EventPayload<"test.step">) => void;
  readonly receiveSignIn: (event: EventPayload<"test.signIn">) => void;
  readonly receiveHostQuestion: (event: EventPayload<"test.askHost">) => void;
  readonly receiveResult: (event: EventPayload<"test.finished">) => void;
  readonly receivePair: (event: EventPayload<"test.pairFinished">) => void;
  readonly receiveFailure: (event: EventPayload<"test.failed">) => void;
  /** The app behind the page is gone: how a run ended that went on is not known, and nobody is asked any more. */
  readonly hostGone: () => void;
  readonly dismiss: () => void;
  /** Drops a run that was forgotten; null drops every run but the running one. */
  readonly drop: (id: string | null) => void;
  /** Another document is open: what belongs to the one before goes, the password too. */
  readonly forget: () => void;
};

/** What the parts of the run store work with. */
export type RunParts = {
  readonly host: Latchkey;
  readonly clock: RunClock;
  /** Told of a run that has started, or that went on when the page came. */
  readonly onStarted: (id: string) => void;
  readonly get: () => RunState;
  readonly set: (change: Partial<RunState> | ((state: RunState) => Partial<RunState>)) => void;
};

export type RunClock = {
  readonly date: () => Date;
  readonly elapsed: () => number;
  /** A fresh UUID. */
  readonly newRunId: () => string;
};
