import type { Progress } from "../policy/demands.ts";
import type { Target } from "../sign-in/target.ts";

/** Who signed in, to which client, for what: everything that tokens are made from. */
export type Grant = {
  readonly userId: string;
  /** The client id as the request named it; an adopted app keeps its own. */
  readonly clientId: string;
  readonly target: Target;
  readonly nonce: string | null;
  /** Authentication methods, `["pwd"]` or `["pwd", "mfa"]`. */
  readonly amr: readonly string[];
  /** What the person did in the sign-in; a refresh is judged by it. */
  readonly progress: Progress;
  /** Whether the client proves itself with a secret. */
  readonly confidential: boolean;
};
