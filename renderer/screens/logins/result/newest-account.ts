import type { AccountPreview } from "../../../../preload/contract.ts";
import type { Run } from "../../../stores/run.ts";

/**
 * The account that the newest login of the same person at the same host led to, and when that login started; null where
 * there is none, or where the run names nobody. Every practice scenario is a host of its own.
 */
export function newestAccount(
  runs: readonly Run[],
  beside: Pick<Run, "practice" | "username" | "host">,
): { readonly account: AccountPreview; readonly startedAt: string } | null {
  const name = sameName(beside.username);
  if (name === "") return null;
  const found = runs
    .filter(({ practice, host }) => practice === beside.practice && host === beside.host)
    .filter(({ username }) => sameName(username) === name)
    .flatMap(({ signIns, startedAt }) => {
      const account = signIns.login?.result?.account ?? null;
      return account === null ? [] : [{ account, startedAt }];
    })
    .toSorted((a, b) => (a.startedAt < b.startedAt ? 1 : -1));
  return found[0] ?? null;
}

function sameName(username: string): string {
  return username.trim().toLowerCase();
}
