import { randomBytes } from "node:crypto";
import type { Progress } from "../policy/demands.ts";
import type { AuthorizeRequest } from "../sign-in/authorize-request.ts";
import type { Client } from "../sign-in/find-client.ts";
import { createSmartLockout, type SmartLockout } from "../sign-in/smart-lockout.ts";
import type { Target } from "../sign-in/target.ts";
import type { SignInRow } from "../sign-in-log/row.ts";
import type { Grant } from "../tokens/grant.ts";

/** An interactive sign-in between its pages. */
export type PendingSignIn = {
  readonly request: AuthorizeRequest;
  /** Stands in the forms of its pages and nowhere else. */
  readonly flowToken: string;
  readonly correlationId: string;
  readonly userAgent: string;
  /** Set once the password was accepted. */
  readonly userId: string | null;
  /** True where a browser session answered in place of the password. */
  readonly fromSession: boolean;
  readonly progress: Progress;
  /** True while the password that was accepted has expired and no new one was given. */
  readonly passwordExpired: boolean;
  /** What the person has said so far. */
  readonly consented: boolean;
  readonly staySignedIn: boolean | null;
  /** The `device_code` that it answers; null where the answer goes to the client's redirect URI. */
  readonly deviceCode: string | null;
  /** Whether the person has said that the other device is their own. */
  readonly deviceConfirmed: boolean;
};

/** A code that authorize gave out. Used ones stay, so that a second redemption is told from an unknown code. */
export type IssuedCode = {
  readonly grant: Grant;
  readonly redirectUri: string;
  readonly codeChallenge: string | null;
  /** Milliseconds since 1970. */
  readonly expires: number;
  readonly used: boolean;
};

/** A sign-in that waits on another device: what its `device_code` stands for. */
export type DeviceSignIn = {
  /** What the person types on the page. */
  readonly userCode: string;
  readonly client: Client;
  readonly target: Target;
  /** Milliseconds since 1970. */
  readonly expires: number;
  /** When its client last asked for the token; null before. */
  readonly polled: number | null;
  readonly state:
    | { readonly kind: "waiting" }
    | { readonly kind: "declined" }
    | { readonly kind: "allowed"; readonly grant: Grant }
    | { readonly kind: "redeemed" };
};

/** A signed-in browser: what its session cookie stands for. */
export type BrowserSession = { readonly userId: string; readonly progress: Progress };

/**
 * What one running practice tenant remembers: random handles and what they stand for. No password, no typed name and
 * no token is in here, and all of it goes with the instance.
 */
export type Memory = {
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly pending: Map<string, PendingSignIn>;
  readonly codes: Map<string, IssuedCode>;
  readonly deviceSignIns: Map<string, DeviceSignIn>;
  readonly refreshTokens: Map<string, Grant>;
  readonly sessions: Map<string, BrowserSession>;
  /** The `state` of sign-ins whose answer a person brings back by hand. */
  readonly byHand: Set<string>;
  readonly lockout: SmartLockout;
  /** The sign-in log, newest last. */
  readonly signIns: SignInRow[];
  /** Requests that Graph answered with 429 since the tenant was last changed. */
  throttled: number;
  /** Requests that Graph was asked since the tenant started. */
  graphRequests: number;
};

/** An empty memory. */
export function createMemory(startedAt: number): Memory {
  return {
    startedAt,
    pending: new Map(),
    byHand: new Set(),
    codes: new Map(),
    deviceSignIns: new Map(),
    refreshTokens: new Map(),
    sessions: new Map(),
    lockout: createSmartLockout(),
    signIns: [],
    throttled: 0,
    graphRequests: 0,
  };
}

/** No instance needs more; a page that is reloaded for days must not fill memory. */
const MOST = 1_000;

/** Puts an entry into one of the maps and lets the oldest go. */
export function remember<T>(map: Map<string, T>, key: string, value: T): void {
  map.set(key, value);
  const oldest = map.keys().next();
  if (map.size > MOST && oldest.done !== true) map.delete(oldest.value);
}

/** A handle nobody can guess: 256 bits, URL-safe. */
export function randomHandle(): string {
  return randomBytes(32).toString("base64url");
}
