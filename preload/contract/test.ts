import type { Finding } from "../../main/core/finding.ts";
import type { RunName } from "../../main/core/history/run-name.ts";
import type { RunKind } from "../../main/core/history/run-record.ts";
import type {
  LiveStep,
  LoginResult,
  PlannedStep,
  SignInPrediction,
  Via,
} from "../../main/core/login-result.ts";
import type { PairedView } from "../../main/core/pair/pair-verdict.ts";
import type { Problem } from "../../main/core/problem.ts";
import type { SettingsSource } from "../../main/core/profile/test-settings.ts";
import type { Credential } from "../../main/core/ropg/destination.ts";
import type { Call, Names, Nothing } from "./define.ts";

/** Where test logins would go, shown before anything is sent. */
export type TestTargetView = {
  /** With its port. */
  readonly host: string;
  readonly practice: boolean;
  /** A fixed address of the named provider, or this machine: nobody has to be asked. */
  readonly known: boolean;
  readonly thisMachine: boolean;
  /** What such a run is called. */
  readonly name: RunName;
  /** What the person has to be asked before such a run starts; null when nothing has. */
  readonly question: TestQuestion | null;
};

/** Asked before anything leaves: a host that nobody knows, or one more password after wrong ones in a row. */
export type TestQuestion =
  | { readonly about: "host"; readonly host: string; readonly carries: Credential }
  | { readonly about: "lock-out"; readonly wrong: number; readonly warning: Finding };

/** What `test.target` is asked about. */
export type TargetInput = {
  readonly kind: "oidc" | "ropg" | "both";
  readonly from: SettingsSource;
  /** Whose password a check would send. */
  readonly username?: string;
  /** A host that the person has allowed with this very press. */
  readonly allowHost?: string;
  /** So many wrong passwords in a row the person was told of, and goes on. */
  readonly acceptedWrong?: number;
};

/** One sign-in of a run before it starts. */
export type PlannedSignIn = {
  /** In the order in which they will be made; an early end skips the rest. */
  readonly steps: readonly PlannedStep[];
  /** Null without policies. */
  readonly prediction: SignInPrediction | null;
};

/** What the loaded policies predict for the open profile. */
export type ForecastView = {
  /** The recipe that profile and policies follow, by its name in `setup`; null when they follow none. */
  readonly recipe: string | null;
  /** Null where the profile has no settings for this sign-in. */
  readonly login: SignInPrediction | null;
  readonly check: SignInPrediction | null;
  /** What the profile itself leaves open about its sign-ins. */
  readonly findings: readonly Finding[];
};

/** A run that goes on, with everything that was told about it so far. */
export type RunningView = RunId & {
  readonly kind: RunKind;
  /** What it is called while it goes on; a login of which nobody typed a name learns its person at the end. */
  readonly name: RunName;
  readonly from: SettingsSource;
  /** Null where nobody typed a name. */
  readonly username: string | null;
  /** Where it goes, with its port; for both, where the login goes. Empty where its settings lead nowhere. */
  readonly host: string;
  readonly practice: boolean;
  /** Null for a password check. */
  readonly via: Via | null;
  /** ISO 8601. */
  readonly startedAt: string;
  /** Null until it is known. */
  readonly plan: Omit<TestEvents["test.planned"], "runId"> | null;
  /** Each in its newest form, in the order in which they began. */
  readonly steps: readonly Omit<TestEvents["test.step"], "runId">[];
  /** Where the person has to sign in; null while nobody has to. */
  readonly signIn: Omit<TestEvents["test.signIn"], "runId"> | null;
  /** The question that the run waits with; null while it does not. */
  readonly question: Omit<TestEvents["test.askHost"], "runId"> | null;
};

/** What a run needs beside the open profile. */
export type RopgInput = RunId & {
  readonly from: SettingsSource;
  readonly username: string;
  readonly password: string;
  /** A host that the person has confirmed. */
  readonly allowHost: string | null;
  /** Jamf Connect version to behave as, `2.11` for example; left out means current. */
  readonly jamfConnectVersion?: string;
};

export type OidcInput = RunId & {
  readonly username: string | null;
  /** Hands the name to the sign-in page (`login_hint`), which Jamf Connect does not; left out means no. */
  readonly fillInName?: boolean;
  readonly allowHost: string | null;
  /** Left out: the login window where the host has one, else the browser. */
  readonly via?: Via;
};

export type BothInput = RopgInput & Pick<OidcInput, "fillInName" | "via">;

/** A UUID that the page chooses, so that it knows a run before its first event. Each is taken once (`run-id-taken`). */
type RunId = { readonly runId: string };

export type TestCalls = {
  /** Where a run of this kind with the settings of this domain would go; for both, where the login goes. */
  readonly "test.target": Call<TargetInput, TestTargetView>;
  /** The answer is that the run has started; what becomes of it comes in events. */
  readonly "test.ropg": Call<RopgInput, null>;
  readonly "test.oidc": Call<OidcInput, null>;
  /** The login, then the password check of the same person, and what the two come to together. */
  readonly "test.both": Call<BothInput, null>;
  /** What goes on now, for a page that comes when runs have begun; the oldest first. */
  readonly "test.running": Call<Nothing, readonly RunningView[]>;
  /**
   * Runs that broke off, the oldest first, for a page that comes when nobody has heard of it: until `test.cancel` says that it
   * was read, the next run starts, or another profile is opened.
   */
  readonly "test.brokenOff": Call<Nothing, readonly TestEvents["test.failed"][]>;
  /** What the loaded policies predict for both sign-ins of the open profile, before anything is sent; null without policies. */
  readonly "test.predict": Call<
    { readonly from: SettingsSource; readonly username: string | null },
    ForecastView | null
  >;
  readonly "test.finishSignIn": Call<RunId & { readonly address: string }, null>;
  /** Brings the sign-in page of a run back to the front, where the host opens it itself. */
  readonly "test.showSignIn": Call<RunId, null>;
  /** Answers a run that asked about a host with `test.askHost`; yes holds until the app ends. */
  readonly "test.answerHost": Call<RunId & { readonly allow: boolean }, null>;
  /** Stops a run; of one that broke off it says that this was read. */
  readonly "test.cancel": Call<RunId, null>;
};

export const testCalls: Names<TestCalls> = {
  "test.target": true,
  "test.ropg": true,
  "test.oidc": true,
  "test.both": true,
  "test.running": true,
  "test.brokenOff": true,
  "test.predict": true,
  "test.finishSignIn": true,
  "test.showSignIn": true,
  "test.answerHost": true,
  "test.cancel": true,
};

export type TestEvents = {
  /** What a run is going to do, before its first step. */
  readonly "test.planned": RunId & {
    readonly login: PlannedSignIn | null;
    readonly check: PlannedSignIn | null;
  };
  /** `signIn` tells the login's steps from the check's; a run of both has both. */
  readonly "test.step": RunId & { readonly signIn: "login" | "check"; readonly step: LiveStep };
  readonly "test.signIn": RunId & {
    readonly url: string;
    readonly how: "window" | "loopback" | "paste";
    readonly via: Via;
    readonly redirectUri: string;
    /** How long it is until the run ends by itself, when this is told; in milliseconds, because two clocks may differ. */
    readonly leftMs: number;
  };
  /** A run waits: something is about to leave for a host that nobody knows, and `test.answerHost` decides. */
  readonly "test.askHost": RunId & { readonly host: string; readonly carries: Credential };
  readonly "test.finished": RunId & { readonly result: LoginResult };
  readonly "test.pairFinished": RunId & {
    readonly login: LoginResult;
    readonly check: LoginResult;
    readonly paired: PairedView;
  };
  /** A run that ends without a result, because the app itself met a fault in it. */
  readonly "test.failed": RunId & { readonly problem: Problem };
};

export const testEvents: Names<TestEvents> = {
  "test.planned": true,
  "test.step": true,
  "test.signIn": true,
  "test.askHost": true,
  "test.finished": true,
  "test.pairFinished": true,
  "test.failed": true,
};
