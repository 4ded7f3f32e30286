import type { Certainty, Finding } from "./finding.ts";
import type { SettingsSource } from "./profile/test-settings.ts";

/** What became of a login run, in the words of the verdict card. */
export type Outcome =
  | "succeeded"
  | "password-correct"
  | "password-wrong"
  | "password-expired"
  | "blocked"
  | "account"
  | "misconfigured"
  | "unreachable"
  | "cancelled"
  | "unclear";

export type PasswordVerdict = "correct" | "wrong" | "not-checked" | "unknown";

/** One side of an HTTP exchange, masked before it is stored. `line` is `POST https://…` or `400 Bad Request`. */
export type Exchange = {
  readonly line: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

export type StepStatus = "ok" | "failed" | "skipped";

/** One recorded step of a run; `ms` is the time it took in milliseconds. */
export type Step = {
  readonly id: string;
  readonly title: string;
  readonly status: StepStatus;
  readonly ms: number;
  /** How much of that a question to the person waited for its answer. */
  readonly waitedMs?: number;
  /** One plain sentence: what the step found, or why it was skipped. */
  readonly note?: string;
  readonly request?: Exchange;
  readonly response?: Exchange;
};

/** A step that a run is going to make, named before it starts. */
export type PlannedStep = { readonly id: string; readonly title: string };

/** A step while the run goes on: `running` first, then its final form under the same id. */
export type LiveStep =
  | (Step & { readonly startedAtMs: number })
  | { readonly id: string; readonly title: string; readonly status: "running"; readonly startedAtMs: number };

export type LoginError = {
  readonly code?: number;
  readonly name?: string;
  readonly oauthError: string;
  readonly suberror?: string;
  readonly description: string;
  readonly policyIds?: readonly string[];
  /** What access was asked for, where the answer names it: an app id or an App ID URI. */
  readonly resource?: string;
  readonly traceId?: string;
  readonly correlationId?: string;
  readonly timestamp?: string;
};

/** One check of a token. `detail` says what was compared, or why nothing was. */
export type TokenCheck = {
  readonly id: string;
  readonly title: string;
  readonly outcome: "passed" | "failed" | "not-made";
  readonly detail: string;
};

/** One failed token check: the finding it becomes, and what was seen. */
export type TokenProblem = { readonly finding: string; readonly text: string };

export type TokenReport = {
  readonly claims: Readonly<Record<string, unknown>>;
  readonly header: Readonly<Record<string, unknown>>;
  readonly signature: "valid" | "invalid" | "unchecked";
  /** Every check in the order in which it was made, also those that passed. */
  readonly checks: readonly TokenCheck[];
  /** Details of the checks that failed. */
  readonly problems: readonly string[];
};

/** The account that Jamf Connect would create; `because` says for each field which claim or key decided. */
export type AccountPreview = {
  readonly shortName: string;
  readonly fullName: string;
  readonly role: "admin" | "standard";
  readonly because: Readonly<Record<string, string>>;
  /** Names of the claims that decided a field; none where a key or the absence of a claim did. */
  readonly decidedBy: Readonly<Record<"shortName" | "fullName" | "role", readonly string[]>>;
};

/** How many factors the sign-in had, and what says so. */
export type Factor = Pick<LoginResult, "factor" | "factorEvidence">;

/** The whole answer of one login run (`test ropg`, `test oidc`); a stable shape that other tools rely on. */
export type LoginResult = {
  readonly kind: "ropg" | "oidc";
  readonly provider: string;
  readonly asked: Asked;
  readonly settingsFrom: SettingsSource;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly outcome: Outcome;
  /** The verdict in one or two plain sentences: what is true, then why. */
  readonly sentence: string;
  readonly passwordVerdict: PasswordVerdict;
  readonly jamfConnect: {
    readonly accepts: boolean | null;
    readonly certainty: Certainty;
    readonly why: string;
  };
  readonly factor: "single" | "multi" | "unknown";
  readonly factorEvidence: string;
  readonly error: LoginError | null;
  /** What the Entra sign-in log will show for this run. */
  readonly signInLog: {
    readonly status: "Success" | "Failure" | "Interrupted";
    readonly errorCode: number;
    readonly note: string;
    /** Finds the row of a run that ended with tokens; an error brings its own (`error.correlationId`). Entra only. */
    readonly correlationId?: string;
    /** What the row says beside its status, where that is known. */
    readonly row?: LogRow;
    /** What password checks with this answer leave in the log; left out where they leave nothing red. */
    readonly cost?: LogCost;
  };
  readonly account: AccountPreview | null;
  readonly tokens: { readonly id?: TokenReport; readonly access?: TokenReport };
  readonly steps: readonly Step[];
  readonly findings: readonly Finding[];
  /** What loaded policies predict for this sign-in, with the policies that apply; left out without policies. */
  readonly prediction?: SignInPrediction;
  /** Policies that the answer itself names (`error.policyIds`), as far as they are loaded. */
  readonly namedPolicies?: readonly PolicyName[];
};

/** A window of ours with a fresh session, as the login window of a Mac; or the person's own browser. */
export type Via = "window" | "browser";

/**
 * What a run asked, whom and for whom. It is written down where the run is made, so that nobody has to find it out from recorded
 * requests, which are masked.
 */
export type Asked = {
  /** With its port, lower case: the one that the discovery address names. Empty where the settings lead nowhere. */
  readonly host: string;
  /** Entra's tenant as the address names it; elsewhere what tells issuers of one host apart, null where nothing does. */
  readonly tenant: string | null;
  /** Client id; empty where none is sent. */
  readonly client: string;
  /** As they are sent. */
  readonly scopes: readonly string[];
  /** Entra only: the v1 parameter `resource`, else the API that the scopes are of; null for basic scopes alone. */
  readonly resource: string | null;
  /** Null for the password check. */
  readonly redirectUri: string | null;
  /**
   * Whose sign-in it was, shortened as in steps (`m…@contoso.com`): as it was typed, else as the ID token names them; null where
   * nobody is named.
   */
  readonly person: string | null;
  /** Name of the practice scenario; null for a tenant of one's own, and where nobody said which it is. */
  readonly scenario: string | null;
  /** How the person got to the sign-in page; `direct` for the password check, which shows none. */
  readonly via: Via | "direct";
};

export type PolicyName = { readonly id: string; readonly displayName: string };

/** What the Entra sign-in log shows in a row beside its status. */
export type LogRow = {
  /** Column "Authentication requirement". */
  readonly requirement: "single-factor" | "multifactor";
  /** Column "Result detail" of the last authentication step, in Entra's words; null where it varies. */
  readonly resultDetail: string | null;
  readonly certainty: Certainty;
};

/** Rows that look like failures although the password is correct, for a Mac that is on all day. */
export type LogCost = { readonly rowsPerMacAndDay: number; readonly sentence: string };

/** A policy that applies or may apply, and why; the reasons are left out of masked copies. */
export type PredictedPolicy = PolicyName & {
  /** As Microsoft Graph writes it: `enabled`, `enabledForReportingButNotEnforced`; left out of masked copies. */
  readonly state?: string | null;
  /** For reading: `MFA`, `block`, `MFA or compliant device`. */
  readonly effect?: string;
  readonly because?: readonly string[];
};

/** A prediction for one sign-in, with the policies that apply or may apply. */
export type SignInPrediction = Prediction & {
  readonly policies: readonly PredictedPolicy[];
  /** Enabled policies that demand something and do not reach this sign-in, because of what it asks for. */
  readonly spared?: readonly PolicyName[];
  /** What the policies are evaluated on; the App ID URI where the app id is not known. Left out of masked copies. */
  readonly resource?: { readonly id: string; readonly name: string };
};

/** A prediction of Conditional Access that can be held against a live run. */
export type Prediction = {
  readonly mfa: "yes" | "no" | "depends";
  readonly blocked: "yes" | "no" | "depends";
  readonly text: string;
};
