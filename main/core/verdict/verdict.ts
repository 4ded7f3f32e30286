import type { LoginResult } from "../login-result.ts";

/** The part of a {@link LoginResult} that a verdict fills. */
export type Verdict = Pick<
  LoginResult,
  "outcome" | "sentence" | "passwordVerdict" | "jamfConnect" | "error" | "signInLog"
>;
