import type { Outcome } from "../../main/core/login-result.ts";
import type { Call, Names, Nothing } from "./define.ts";

/** An invented person; password and code may be shown. */
export type PracticeAccount = {
  readonly username: string;
  readonly displayName: string;
  readonly password: string;
  /** The second factor that the sign-in page asks for; null where the account has none and is asked for none. */
  readonly mfa: { readonly method: string; readonly code: string } | null;
  readonly note: string;
  /** What keeps the account from signing in now, whatever the policies say. */
  readonly hindrances: readonly ("disabled" | "locked-out" | "password-expired")[];
};

export type ScenarioView = {
  readonly name: string;
  readonly title: string;
  /** Heading under which lists show it; scenarios of a group stand together. */
  readonly group: string;
  readonly story: string;
  /** Sources leave open whether Entra answers so. */
  readonly isUncertain: boolean;
  readonly recipe: string;
  /** What the two sign-ins of the first account end with, and whether a second factor is demanded. */
  readonly expected: {
    readonly login: Outcome;
    readonly check: Outcome;
    readonly loginCode: number | null;
    readonly checkCode: number | null;
    readonly loginMfa: boolean;
    readonly checkMfa: boolean;
  };
};

export type PolicyState = "enabled" | "disabled" | "enabledForReportingButNotEnforced";
export type PracticeRisk = "none" | "low" | "medium" | "high";

/** The switches of one invented person. */
export type AccountSwitches = {
  readonly username: string;
  readonly displayName: string;
  readonly isEnabled: boolean;
  readonly isPasswordExpired: boolean;
  /** By the tenant or by wrong passwords; the latter ends by itself. */
  readonly isLockedOut: boolean;
  readonly hasSecondFactor: boolean;
  readonly perUserMfa: boolean;
  readonly risk: PracticeRisk;
};

/** The switches of a practice tenant that change what the two sign-ins meet; taken up by the next request. */
export type PracticeSwitches = {
  readonly policies: readonly {
    readonly id: string;
    readonly displayName: string;
    readonly state: PolicyState;
  }[];
  /** `placeholder`: an app of the scenario stands for basic scopes. */
  readonly baselineScopes: "enforced" | "legacy" | "placeholder";
  readonly securityDefaults: boolean;
  /** What Entra knows of the Mac. */
  readonly device: "unknown" | "registered" | "compliant";
  /** Which logins show Entra the device; the password check never does. */
  readonly deviceShownBy: "every-sign-in" | "browsers";
  /** The named location that sign-ins come from; null where the tenant has none by address. */
  readonly place: {
    /** Id of one of `options`; `elsewhere` is outside of all. */
    readonly at: string;
    readonly options: readonly {
      readonly id: string;
      readonly displayName: string;
      readonly isTrusted: boolean;
    }[];
  } | null;
  /** Two letters, ISO 3166-1; null where no policy looks at countries. */
  readonly country: string | null;
  readonly maliciousAddress: boolean;
  readonly signInRisk: PracticeRisk;
  readonly accounts: readonly AccountSwitches[];
  /** "Allow public client flows" of the login client. */
  readonly publicClientFlows: boolean;
  /** Consent for what the scenario's profile asks for; null where an app of the profile is not in the tenant. */
  readonly consent: boolean | null;
  /** `sign-in`: discovery still answers. */
  readonly outage: "none" | "sign-in" | "everything";
};

export type PracticeView =
  | { readonly running: false }
  | {
      readonly running: true;
      readonly scenario: ScenarioView;
      readonly authority: string;
      readonly accounts: readonly PracticeAccount[];
      readonly switches: PracticeSwitches;
      /** The switches as the scenario sets them, to tell what was changed. */
      readonly scenarioSwitches: PracticeSwitches;
    };

/** Switches by their names in {@link PracticeSwitches}; what is not named stays. */
export type PracticeChange = {
  /** By id of the policy. */
  readonly policyStates?: Readonly<Record<string, PolicyState>>;
  /** `placeholder` is for scenarios that have one. */
  readonly baselineScopes?: PracticeSwitches["baselineScopes"];
  readonly securityDefaults?: boolean;
  readonly device?: PracticeSwitches["device"];
  readonly deviceShownBy?: PracticeSwitches["deviceShownBy"];
  /** Id of a named location, or `elsewhere`. */
  readonly place?: string;
  readonly country?: string;
  readonly maliciousAddress?: boolean;
  readonly signInRisk?: PracticeRisk;
  /** By user name. */
  readonly accounts?: Readonly<Record<string, AccountChange>>;
  readonly publicClientFlows?: boolean;
  readonly consent?: boolean;
  readonly outage?: PracticeSwitches["outage"];
};

/** Switches of one invented person; what is not named stays. */
export type AccountChange = Partial<Omit<AccountSwitches, "username" | "displayName">>;

export type PracticeCalls = {
  readonly "practice.scenarios": Call<Nothing, readonly ScenarioView[]>;
  readonly "practice.status": Call<Nothing, PracticeView>;
  /** Starts a practice tenant, in place of one that runs. Here and below the new view comes by `practice.changed`, before the answer. */
  readonly "practice.start": Call<{ readonly scenario: string; readonly openProfile: boolean }, null>;
  /** Changes switches of the running practice tenant; what is not named stays. */
  readonly "practice.change": Call<PracticeChange, null>;
  /** Puts all switches back to what the scenario says; address and sign-in log stay. */
  readonly "practice.reset": Call<Nothing, null>;
  readonly "practice.stop": Call<Nothing, null>;
};

export const practiceCalls: Names<PracticeCalls> = {
  "practice.scenarios": true,
  "practice.status": true,
  "practice.start": true,
  "practice.change": true,
  "practice.reset": true,
  "practice.stop": true,
};

export type PracticeEvents = { readonly "practice.changed": PracticeView };

export const practiceEvents: Names<PracticeEvents> = { "practice.changed": true };
