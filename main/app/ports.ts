import type { Capabilities, EventName, EventPayload } from "../../preload/contract.ts";
import type { Via } from "../core/login-result.ts";
import type { Result } from "../core/problem.ts";
import type { HostKind } from "../core/report/index.ts";
import type { SourceFile } from "../files/source-file.ts";
import type { SignIn } from "../login/ports.ts";
import type { MakeSigningKey } from "../practice-tenant/index.ts";
import type { KeychainPorts } from "../signing/index.ts";
import type { FileHandles } from "./files/file-handles.ts";
import type { KeptRuns } from "./history/kept-runs.ts";
import type { SecretStore } from "./secret-store.ts";

/** How a person gets to the provider's sign-in page, and how the address where it ended comes back. */
export type SignInMethod = {
  readonly how: "window" | "loopback" | "paste";
  readonly via: Via;
  readonly signIn: SignIn;
  /** How long the person may take, in milliseconds. */
  readonly patienceMs: number;
  /**
   * Hands over what a person pasted: the address where the browser ended, or the error that the page shows. A problem says
   * why it is neither, and the login goes on waiting; null where the way takes nothing.
   */
  readonly takePasted: (pasted: string) => Result<null> | null;
  /** Brings the sign-in page back to the front; returns false where only the page's own link can open it. */
  readonly show: () => boolean;
};

/** Where a file went that the app made. */
export type Saved = {
  /** Path where the host saved it; null where the page has to download it. */
  readonly savedTo: string | null;
  /** By what the page downloads it, once; null where it is saved already. */
  readonly download: string | null;
};

/** What the application session needs from the host it runs in. One implementation per host, fakes in tests. */
export type HostPorts = {
  readonly version: string;
  /** Which form of the app this is, as a report names it. */
  readonly host: HostKind;
  readonly capabilities: Capabilities;
  /** Shows the host's open dialog; null when the person cancelled. Only called with `canShowFileDialogs`. */
  readonly chooseProfile: () => Promise<Result<SourceFile | null>>;
  /** The files that the page has given, by their handles. */
  readonly files: Pick<FileHandles, "give" | "take" | "release">;
  /** Asks where to save and writes atomically, or keeps the file for the page to download; null when the person cancelled. */
  readonly saveFile: (suggestedName: string, bytes: Uint8Array) => Promise<Result<Saved | null>>;
  /**
   * The way to the sign-in page for one run; `announce` is called with the address to visit as soon as it is known.
   *
   * @param via `window` is asked for only with `canOpenLoginWindow`
   */
  readonly signInMethod: (via: Via, redirectUri: string, announce: (url: string) => void) => SignInMethod;
  /** Told the sign-in page of Microsoft Graph that the person has to go to, null once nobody has to; left out where any link opens. */
  readonly signInAwaited?: (page: string | null) => void;
  readonly emit: <E extends EventName>(name: E, payload: EventPayload<E>) => void;
  /** Masked copies of runs that the person wants to keep beyond this session. */
  readonly keptRuns: KeptRuns;
  /** Folder for what is kept between starts: drafts, and what is open where. Left out, nothing of that is kept. */
  readonly stateFolder?: string;
  /** The window that waits to be closed; left out where a browser asks by itself. */
  readonly closing?: {
    /** Whether the page is there to ask, and to answer. */
    readonly pageCanAsk: (can: boolean) => void;
    readonly answer: (close: boolean) => void;
  };
  /** The system's store for secrets; left out where the host has none. */
  readonly secretStore?: SecretStore;
  /** The macOS keychain; left out where the system has none. `canSignWithKeychain` says the same to the page. */
  readonly keychain?: KeychainPorts;
  /** Fetch that goes through the system's proxy and trust store and does not follow redirects. */
  readonly fetch: typeof fetch;
  /** Whether this machine has a network at all. */
  readonly isOnline: () => boolean;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** A fresh UUID, upper case as Apple's tools write them. */
  readonly newUuid: () => string;
  /** How a practice tenant comes by its signing keys; left out, each makes its own. */
  readonly makePracticeKey?: MakeSigningKey;
};
