import type { RunKind, TestTargetView } from "../../preload/contract.ts";
import { accountKey } from "./wrong-passwords.ts";

/** Asked before anything leaves: a host the app does not know, or a third wrong password for one account. */
export type RunQuestion =
  | { readonly about: "host"; readonly kind: RunKind; readonly host: string }
  | {
      readonly about: "lock-out";
      readonly kind: RunKind;
      readonly username: string;
      readonly wrong: number;
      /** What saying yes once covers. */
      readonly key: string;
    };

type Before = {
  readonly kind: RunKind;
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
  kind,
  target,
  username,
  allowed,
  confirmed,
  wrong,
}: Before): RunQuestion | null {
  if (!target.known && !target.practice && !allowed.has(target.host)) {
    return { about: "host", kind, host: target.host };
  }
  const account = accountKey(target.host, username);
  const times = wrong.get(account) ?? 0;
  const key = `${account} ${times}`;
  if (kind === "oidc" || times < 2 || confirmed.has(key)) {
    return null;
  }
  return { about: "lock-out", kind, username, wrong: times, key };
}
