import { type CheckSettings, checkSettings } from "../../../app/runs/check-settings.ts";
import type { RunParts } from "../../../app/runs/perform-run.ts";
import type { Predict } from "../../../app/runs/run-calls.ts";
import type { CheckCall, LoginCall } from "../../../app/runs/run-sign-in.ts";
import type { RunKind } from "../../../core/history/index.ts";
import type { Problem, Result } from "../../../core/problem.ts";
import { fail, succeed } from "../../../core/problem.ts";
import { type ProfileDocument, testSettings } from "../../../core/profile/index.ts";
import type { TestSettings } from "../../../core/profile/test-settings.ts";
import type { CommandCall, Terminal } from "../command.ts";
import { inFile, openDocument } from "../open-document.ts";
import { wrongCall } from "../wrong-call.ts";
import { type NetworkChoice, readSource, text } from "./options.ts";
import { readPassword } from "./password.ts";
import { terminalSignIn } from "./sign-in.ts";

/** What a call of `test` asks to be run. Everything that can be wrong about the call has been checked then. */
export async function readParts(
  kind: RunKind,
  call: CommandCall,
  choice: NetworkChoice,
  terminal: Terminal,
  usage: string,
): Promise<Result<RunParts>> {
  if (kind === "ropg") {
    const check = await readCheck(call, choice, terminal, usage);
    return check.ok ? succeed({ kind, login: null, check: check.value }) : check;
  }
  const login = await readLogin(call, choice, terminal, usage);
  if (!login.ok) return login;
  if (kind === "oidc") return succeed({ kind, login: login.value, check: null });
  const check = await readCheck(call, choice, terminal, usage);
  return check.ok ? succeed({ kind, login: login.value, check: check.value }) : check;
}

/** The password check. Reads the password last, so that a wrong call asks for none. */
async function readCheck(
  call: CommandCall,
  choice: NetworkChoice,
  terminal: Terminal,
  usage: string,
): Promise<Result<CheckCall>> {
  const from = readSource(call, usage);
  if (!from.ok) return from;
  const username = text(call, "username");
  if (username === null) return fail(wrongCall("--username is missing.", usage));
  const check = await settingsIn(choice.profile, terminal, (document) => checkSettings(document, from.value));
  if (!check.ok) return check;
  const password = await readPassword(call, terminal, username);
  return password.ok ? succeed({ ...check.value, username, password: password.value }) : password;
}

async function readLogin(
  call: CommandCall,
  choice: NetworkChoice,
  terminal: Terminal,
  usage: string,
): Promise<Result<LoginCall>> {
  const username = text(call, "username");
  const fillInName = call.options["fill-in-name"] === true;
  if (fillInName && username === null) {
    return fail(wrongCall("--fill-in-name needs the name: --username U.", usage));
  }
  const settings = await settingsIn(choice.profile, terminal, (document) => testSettings(document, "login"));
  if (!settings.ok) return settings;
  const signIn = terminalSignIn(call, settings.value.redirectUri.value, terminal, usage);
  if (!signIn.ok) return signIn;
  return succeed({ settings: settings.value, username, fillInName, signIn: signIn.value, via: "browser" });
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

/** Asks the policies of `--policies`, which are read now; predicts nothing where none are named. */
export async function predictFromFiles(choice: NetworkChoice, terminal: Terminal): Promise<Result<Predict>> {
  if (choice.policies.length === 0) return succeed(async () => null);
  const { predict } = await import("../../../core/pair/predict.ts");
  const { loadEvaluationInput } = await import("../conditional-access/load-evaluation-input.ts");
  const known = await loadEvaluationInput(choice, terminal);
  return known.ok ? succeed(async (tested) => predict(tested, known.value)) : known;
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
