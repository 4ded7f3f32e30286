import { randomBytes } from "node:crypto";
import type { AuthorizeRequest } from "../sign-in/authorize-request.ts";
import type { Grant } from "../tokens/grant.ts";

/** An interactive sign-in between its pages. */
export type PendingSignIn = {
  readonly request: AuthorizeRequest;
  readonly correlationId: string;
  /** Set once the password was accepted. */
  readonly userId: string | null;
  /** Methods passed so far, as `amr` names them. */
  readonly amr: readonly string[];
};

/** A code that authorize gave out. Used ones stay, so that a second redemption is told from an unknown code. */
export type IssuedCode = {
  readonly grant: Grant;
  readonly redirectUri: string;
  readonly codeChallenge: string | null;
  readonly expires: number;
  readonly used: boolean;
};

/**
 * What one running practice tenant remembers: random handles and what they stand for. No password, no typed name and
 * no token is in here, and all of it goes with the instance.
 */
export type Memory = {
  readonly pending: Map<string, PendingSignIn>;
  readonly codes: Map<string, IssuedCode>;
};

/** An empty memory. */
export function createMemory(): Memory {
  return { pending: new Map(), codes: new Map() };
}

/** A handle nobody can guess: 256 bits, URL-safe. */
export function randomHandle(): string {
  return randomBytes(32).toString("base64url");
}
