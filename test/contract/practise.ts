import type { CallInput, PracticeView } from "../../preload/contract.ts";
import type { Bench } from "./bench.ts";

/** What a password check needs of a person. */
export type Credentials = Omit<CallInput<"test.ropg">, "runId">;

/** Somebody whom no practice tenant knows. */
export const nobody: Credentials = {
  from: "menu-bar",
  username: "nobody@contoso.example",
  password: "wrong",
  allowHost: null,
};

export function running(view: PracticeView): Extract<PracticeView, { running: true }> {
  if (!view.running) throw new Error("The practice tenant does not run.");
  return view;
}

/** Starts a scenario with its profile, and says with what its first account signs in. */
export async function practise(bench: Bench, scenario: string): Promise<Credentials> {
  const { accounts } = running(await bench.practise("practice.start", { scenario, openProfile: true }));
  const { username = "", password = "" } = accounts[0] ?? {};
  return { from: "menu-bar", username, password, allowHost: null };
}

/** Runs one password check to its end; its id. */
export async function check(bench: Bench, who: Credentials): Promise<string> {
  const { runId } = await bench.start("test.ropg", who);
  await bench.next("test.finished");
  return runId;
}

/** Starts a scenario with its profile and runs one password check as its first account. */
export async function checkIn(bench: Bench, scenario: string): Promise<string> {
  return check(bench, await practise(bench, scenario));
}
