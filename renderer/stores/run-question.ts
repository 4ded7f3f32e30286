import type { Credential, EventPayload, RunKind, TestTargetView, Through } from "../../preload/contract.ts";
import { accountKey } from "./wrong-passwords.ts";

/** What the person asked for. */
export type Wanted = { readonly kind: RunKind; readonly through?: Through };

export type HostQuestion = {
  readonly about: "host";
  readonly host: string;
  readonly carries: Credential;
  /** The run that waits for the answer; what was asked for, where none has begun. */
  readonly asker: { readonly runId: string } | { readonly wanted: Wanted };
};

/** Asked before anything leaves: a host the app does not know, or a third wrong password for one account. */
export type RunQuestion =
  | HostQuestion
  | {
      readonly about: "lock-out";
      readonly wanted: Wanted;
      readonly username: string;
      readonly wrong: number;
      /** What saying yes once covers. */
      readonly key: string;
    };

type Before = {
  readonly wanted: Wanted;
  readonly target: TestTargetView;
  readonly username: string;
  /** Hosts that the person allowed in this session. */
  readonly allowed: ReadonlySet<string>;
  /** Lock-out warnings that were answered with yes. */
  readonly confirmed: ReadonlySet<string>;
  /** Wrong passwords in a row, by account. */
  readonly wrong: ReadonlyMap<string, number>;
};

/** What has to be asked before a run may start; null when nothing has. */
export function questionBefore({
  wanted,
  target,
  username,
  allowed,
  confirmed,
  wrong,
}: Before): RunQuestion | null {
  if (!target.known && !target.practice && !allowed.has(target.host)) {
    const carries = wanted.kind === "oidc" ? "sign-in page" : "password";
    return { about: "host", host: target.host, carries, asker: { wanted } };
  }
  const account = accountKey(target.host, username);
  const times = wrong.get(account) ?? 0;
  const key = `${account} ${times}`;
  if (wanted.kind === "oidc" || times < 2 || confirmed.has(key)) {
    return null;
  }
  return { about: "lock-out", wanted, username, wrong: times, key };
}

/** The question of a run that has come upon another host on its way. */
export function questionOfRun({ runId, host, carries }: EventPayload<"test.askHost">): RunQuestion {
  return { about: "host", host, carries, asker: { runId } };
}
