import type { LiveStep, Via } from "../core/login-result.ts";
import type { TestSettings } from "../core/profile/test-settings.ts";
import type { Credential } from "../core/ropg/destination.ts";
import type { SignInRow } from "../core/verdict/sign-in-row.ts";

/** The outside world of a login run. Everything a run touches comes in here, so tests can bring real servers and a fixed clock. */
export type LoginContext = {
  /** Sends a request without following redirects. */
  readonly fetch: typeof fetch;
  /** Milliseconds since 1970; also the source of step times. */
  readonly now: () => number;
  /** Tells about a step when it starts and again when it ends. */
  readonly onStep: (step: LiveStep) => void;
  /** Aborting it ends the run as `cancelled`. */
  readonly signal: AbortSignal;
  /**
   * Replaces scheme, host and, if it names one, tenant of every Entra endpoint (design section 4, `--authority`). One on this
   * machine is a practice tenant, and the run asks nobody else.
   */
  readonly authority: string | null;
  /** Hosts beside the provider's own that may be sent the password or the code, and may show the sign-in page. */
  readonly allowedHosts: readonly string[];
  /**
   * Asks the person whether a host that nobody knows may have what is about to leave; no when the run is stopped meanwhile.
   * Left out where nobody can be asked: then it is refused.
   */
  readonly confirmHost?: (question: HostQuestion) => Promise<boolean>;
  /** How long, in milliseconds, such questions have waited for their answers so far; left out where nobody counts. */
  readonly waitedMs?: () => number;
  /** Jamf Connect version to behave as, `2.11` for example; null means current. */
  readonly jamfConnectVersion: string | null;
  /** Name of the practice scenario that answers; left out or null where nobody knows of one. */
  readonly scenario?: string | null;
  /** Longest time for one request and its whole answer, in milliseconds; 30 s when left out. */
  readonly requestTimeoutMs?: number;
  /** Whether this machine has a network at all; left out where nobody can tell. */
  readonly isOnline?: () => boolean;
  /**
   * Finds the newest row of Entra's sign-in log with this correlation id (a lower-case GUID); null where there is none yet.
   * Left out where nobody can read the log. It is asked last, and only where nothing else says which factors were used.
   */
  readonly findSignIn?: (correlationId: string) => Promise<SignInRow | null>;
};

/** What is about to leave, and the host (with port) that it would go to. */
export type HostQuestion = { readonly host: string; readonly carries: Credential };

/** The silent password check of the menu bar / Self Service+. */
export type RopgInput = {
  readonly settings: TestSettings;
  readonly username: string;
  readonly password: string;
};

/** The interactive login of the login window. */
export type OidcInput = {
  readonly settings: TestSettings;
  readonly loginHint: string | null;
  readonly signIn: SignIn;
  readonly via: Via;
};

/** Shows the provider's sign-in page to a person and brings back where it ended. */
export type SignIn = (request: SignInRequest) => Promise<SignInOutcome>;

export type SignInRequest = {
  readonly authorizeUrl: string;
  readonly redirectUri: string;
  /** Origin that the pages of a practice login do not leave; left out or null for any other login. */
  readonly within?: string | null;
  readonly signal: AbortSignal;
};

export type SignInOutcome =
  | {
      readonly kind: "callback";
      /** The whole address the browser was sent to; still unchecked. */
      readonly url: string;
      readonly secondFactorSeen: boolean | null;
      /** True where an existing browser session may have answered (anything but a fresh window). */
      readonly sessionMayBeReused: boolean;
    }
  /** The provider showed an error page (Entra does, with status 200); `text` holds the AADSTS line only. */
  | { readonly kind: "error-page"; readonly text: string }
  | { readonly kind: "closed" }
  | { readonly kind: "timeout" };
