import type { Finding } from "../../main/core/finding.ts";
import type {
  LiveStep,
  LoginResult,
  PlannedStep,
  SignInPrediction,
  Via,
} from "../../main/core/login-result.ts";
import type { Paired } from "../../main/core/pair/paired.ts";
import type { Problem } from "../../main/core/problem.ts";
import type { SettingsSource } from "../../main/core/profile/test-settings.ts";
import type { Credential } from "../../main/core/ropg/destination.ts";
import type { Call, Names } from "./define.ts";

/** Where test logins would go, shown before anything is sent. */
export type TestTargetView = {
  /** With its port. */
  readonly host: string;
  readonly practice: boolean;
  /** A fixed address of the named provider, or this machine: nobody has to be asked. */
  readonly known: boolean;
  readonly thisMachine: boolean;
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
export type PlannedLane = {
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

/** What a run needs beside the open profile. */
export type RopgInput = {
  readonly from: SettingsSource;
  readonly username: string;
  readonly password: string;
  /** A host that the person has confirmed. */
  readonly allowHost: string | null;
  /** Jamf Connect version to behave as, `2.11` for example; left out means current. */
  readonly jamfConnectVersion?: string;
};

export type OidcInput = {
  readonly username: string | null;
  /** Hands the name to the sign-in page (`login_hint`), which Jamf Connect does not; left out means no. */
  readonly fillInName?: boolean;
  readonly allowHost: string | null;
  /** Left out: the login window where the host has one, else the browser. */
  readonly via?: Via;
};

export type BothInput = RopgInput & Pick<OidcInput, "fillInName" | "via">;

type RunId = { readonly runId: string };

export type TestCalls = {
  /** Where a run of this kind with the settings of this domain would go; for both, where the login goes. */
  readonly "test.target": Call<TargetInput, TestTargetView>;
  readonly "test.ropg": Call<RopgInput, RunId>;
  readonly "test.oidc": Call<OidcInput, RunId>;
  /** The login, then the password check of the same person, and what the two come to together. */
  readonly "test.both": Call<BothInput, RunId>;
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
  readonly "test.cancel": Call<RunId, null>;
};

export const testCalls: Names<TestCalls> = {
  "test.target": true,
  "test.ropg": true,
  "test.oidc": true,
  "test.both": true,
  "test.predict": true,
  "test.finishSignIn": true,
  "test.showSignIn": true,
  "test.answerHost": true,
  "test.cancel": true,
};

export type TestEvents = {
  /** What a run is going to do, before its first step. */
  readonly "test.planned": RunId & {
    readonly login: PlannedLane | null;
    readonly check: PlannedLane | null;
  };
  /** `lane` tells the login's steps from the check's; a run of both has both. */
  readonly "test.step": RunId & { readonly lane: "login" | "check"; readonly step: LiveStep };
  readonly "test.signIn": RunId & {
    readonly url: string;
    readonly how: "window" | "loopback" | "paste";
    readonly via: Via;
    readonly redirectUri: string;
    /** When the run ends by itself, ISO 8601. */
    readonly endsAt: string;
  };
  /** A run waits: something is about to leave for a host that nobody knows, and `test.answerHost` decides. */
  readonly "test.askHost": RunId & { readonly host: string; readonly carries: Credential };
  readonly "test.finished": RunId & { readonly result: LoginResult };
  readonly "test.pairFinished": RunId & {
    readonly login: LoginResult;
    readonly check: LoginResult;
    readonly paired: Paired;
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
