import type { RunKind, TestTargetView, Through } from "../../preload/contract.ts";
import { accountKey } from "./wrong-passwords.ts";

/** What the person asked for. */
export type Wanted = { readonly kind: RunKind; readonly through?: Through };

/** Asked before anything leaves: a host the app does not know, or a third wrong password for one account. */
export type RunQuestion =
  | { readonly about: "host"; readonly wanted: Wanted; readonly host: string }
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
    return { about: "host", wanted, host: target.host };
  }
  const account = accountKey(target.host, username);
  const times = wrong.get(account) ?? 0;
  const key = `${account} ${times}`;
  if (wanted.kind === "oidc" || times < 2 || confirmed.has(key)) {
    return null;
  }
  return { about: "lock-out", wanted, username, wrong: times, key };
}
