import type { LoginResult } from "../../../core/login-result.ts";
import type { Problem, Result } from "../../../core/problem.ts";
import { fail, succeed } from "../../../core/problem.ts";
import type { TestSettings } from "../../../core/profile/test-settings.ts";
import type { LoginContext, SignIn } from "../../../login/ports.ts";
import type { CommandCall, Terminal } from "../command.ts";
import { wrongCall } from "../wrong-call.ts";
import { checkSettings, loginSettings } from "./load-settings.ts";
import { type NetworkChoice, readSource, text } from "./options.ts";
import { readPassword } from "./password.ts";
import { chooseSignIn } from "./sign-in.ts";

/** A login or a password check that is ready to start: everything that can be wrong about the call has been checked. */
export type ReadyRun = {
  readonly settings: TestSettings;
  readonly start: (context: LoginContext) => Promise<LoginResult>;
};

/** Prepares the password check. Reads the password last, so that a wrong call asks for none. */
export async function readyCheck(
  call: CommandCall,
  choice: NetworkChoice,
  terminal: Terminal,
  usage: string,
): Promise<Result<ReadyRun>> {
  const from = readSource(call, usage);
  if (!from.ok) return from;
  const username = text(call, "username");
  if (username === null) return fail(wrongCall("--username is missing.", usage));
  const check = await checkSettings(choice.profile, from.value, terminal);
  if (!check.ok) return check;
  const password = await readPassword(call, terminal, username);
  if (!password.ok) return password;
  const { settings, findings } = check.value;
  const start = async (context: LoginContext): Promise<LoginResult> => {
    const { runRopg } = await import("../../../login/ropg.ts");
    const result = await runRopg({ settings, username, password: password.value }, context);
    return { ...result, findings: [...result.findings, ...findings] };
  };
  return succeed({ settings, start });
}

/** Prepares the login. */
export async function readyLogin(
  call: CommandCall,
  choice: NetworkChoice,
  terminal: Terminal,
  usage: string,
): Promise<Result<ReadyRun>> {
  const settings = await loginSettings(choice.profile, terminal);
  if (!settings.ok) return settings;
  const signIn = chooseSignIn(call, settings.value.redirectUri.value, terminal, usage);
  if (!signIn.ok) return signIn;
  return succeed({
    settings: settings.value,
    start: (context) => start(settings.value, signIn.value, context),
  });
}

/** No login hint: Jamf Connect sends none, and the test sends what it sends. */
async function start(settings: TestSettings, signIn: SignIn, context: LoginContext): Promise<LoginResult> {
  const { runOidc } = await import("../../../login/oidc.ts");
  return runOidc({ settings, loginHint: null, signIn, through: "browser" }, context);
}

/** Runs `work` with a signal that Ctrl-C aborts. */
export async function untilInterrupted<T>(
  work: (signal: AbortSignal) => Promise<T | Problem>,
): Promise<T | Problem> {
  const stop = new AbortController();
  const cancelled = (): void => stop.abort();
  process.once("SIGINT", cancelled);
  try {
    return await work(stop.signal);
  } finally {
    process.removeListener("SIGINT", cancelled);
  }
}
