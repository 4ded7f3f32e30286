import type { LoginResult, Via } from "../../core/login-result.ts";
import type { TestSettings } from "../../core/profile/test-settings.ts";
import type { LoginContext, SignIn } from "../../login/ports.ts";
import type { CheckSettings } from "./check-settings.ts";

/** A login as every host runs it. */
export type LoginCall = {
  readonly settings: TestSettings;
  /** The name that was typed for the test; null where none was. */
  readonly username: string | null;
  /** Hands the name to the sign-in page. Jamf Connect does not, so nobody does unless the person asked for it. */
  readonly fillInName: boolean;
  readonly signIn: SignIn;
  readonly via: Via;
};

/** A password check as every host runs it. */
export type CheckCall = CheckSettings & { readonly username: string; readonly password: string };

/** Runs the login of the login window. */
export async function runLogin(call: LoginCall, context: LoginContext): Promise<LoginResult> {
  const { runOidc } = await import("../../login/index.ts");
  const { settings, username, fillInName, signIn, via } = call;
  const loginHint = fillInName && username !== "" ? username : null;
  return runOidc({ settings, loginHint, signIn, via }, context);
}

/** Runs the password check; its result also says where the other check of the profile differs. */
export async function runCheck(
  { settings, findings, username, password }: CheckCall,
  context: LoginContext,
): Promise<LoginResult> {
  const { runRopg } = await import("../../login/index.ts");
  const result = await runRopg({ settings, username, password }, context);
  return { ...result, findings: [...result.findings, ...findings] };
}
