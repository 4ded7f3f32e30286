import { type CheckSettings, checkSettings } from "../../../app/runs/check-settings.ts";
import { runCheck, runLogin } from "../../../app/runs/run-sign-in.ts";
import type { LoginResult } from "../../../core/login-result.ts";
import type { Tested } from "../../../core/pair/predict.ts";
import type { Predicted } from "../../../core/pair/with-prediction.ts";
import type { Problem, Result } from "../../../core/problem.ts";
import { fail, succeed } from "../../../core/problem.ts";
import { type ProfileDocument, testSettings } from "../../../core/profile/index.ts";
import type { TestSettings } from "../../../core/profile/test-settings.ts";
import type { LoginContext } from "../../../login/ports.ts";
import type { CommandCall, Terminal } from "../command.ts";
import { inFile, openDocument } from "../open-document.ts";
import { wrongCall } from "../wrong-call.ts";
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
  const check = await settingsIn(choice.profile, terminal, (document) => checkSettings(document, from.value));
  if (!check.ok) return check;
  const password = await readPassword(call, terminal, username);
  if (!password.ok) return password;
  const who = { username, password: password.value };
  return succeed({
    settings: check.value.settings,
    start: (context) => runCheck(check.value, who, context),
  });
}

/** Prepares the login. */
export async function readyLogin(
  call: CommandCall,
  choice: NetworkChoice,
  terminal: Terminal,
  usage: string,
): Promise<Result<ReadyRun>> {
  const username = text(call, "username");
  const fillInName = call.options["fill-in-name"] === true;
  if (fillInName && username === null) {
    return fail(wrongCall("--fill-in-name needs the name: --username U.", usage));
  }
  const settings = await settingsIn(choice.profile, terminal, (document) => testSettings(document, "login"));
  if (!settings.ok) return settings;
  const signIn = chooseSignIn(call, settings.value.redirectUri.value, terminal, usage);
  if (!signIn.ok) return signIn;
  const login = { username, fillInName, signIn: signIn.value, via: "browser" } as const;
  return succeed({
    settings: settings.value,
    start: (context) => runLogin({ settings: settings.value, ...login }, context),
  });
}

async function settingsIn<T extends TestSettings | CheckSettings>(
  path: string,
  terminal: Terminal,
  read: (document: ProfileDocument) => Result<T>,
): Promise<Result<T>> {
  const opened = await openDocument(path, terminal);
  if (!opened.ok) return opened;
  const settings = read(opened.value.document);
  return settings.ok ? settings : fail(inFile(settings.problem, path));
}

/** What the policies of `--policies` predict for the settings under test; null where none are named. */
export async function predictFromFiles(
  choice: NetworkChoice,
  tested: Tested,
  terminal: Terminal,
): Promise<Result<Predicted | null>> {
  if (choice.policies.length === 0) return succeed(null);
  const { predict } = await import("../../../core/pair/predict.ts");
  const { loadEvaluationInput } = await import("../conditional-access/load-evaluation-input.ts");
  const known = await loadEvaluationInput(choice, terminal);
  return known.ok ? succeed(predict(tested, known.value)) : known;
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
