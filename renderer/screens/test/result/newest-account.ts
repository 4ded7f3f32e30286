import type { AccountPreview } from "../../../../preload/contract.ts";
import type { Run } from "../../../stores/run.ts";

/** The account that the newest login of these runs led to, and when that run started; null where none did. */
export function newestAccount(
  runs: readonly Run[],
): { readonly account: AccountPreview; readonly startedAt: string } | null {
  const found = runs
    .flatMap(({ lanes, startedAt }) => {
      const account = lanes.login?.result?.account ?? null;
      return account === null ? [] : [{ account, startedAt }];
    })
    .toSorted((a, b) => (a.startedAt < b.startedAt ? 1 : -1));
  return found[0] ?? null;
}
