import type { PoliciesView } from "../../../preload/contract.ts";
import { count } from "../../text/count.ts";
import { formatClock } from "../../text/time.ts";

/** How many files are damaged or could not be read, so that policies may be missing. One that holds something else is read. */
export function unreadFiles({ findings }: PoliciesView): number {
  return findings.reduce((sum, { where }) => sum + (where.files?.length ?? 0), 0);
}

/** Where policies come from, beside a claim that rests on them: `14 policies, 1 file not read, loaded 09:12`. */
export function policiesSource(policies: PoliciesView): string {
  const unread = unreadFiles(policies);
  const read = count(policies.count, "policy", "policies");
  // It stands before the time: a narrow place cuts the end.
  const amount = unread === 0 ? read : `${read}, ${count(unread, "file")} not read`;
  if (policies.source === "practice") {
    return `${amount} of the practice tenant`;
  }
  if (policies.source === "graph" && policies.loadedAt !== null) {
    return `${amount} from Microsoft Graph, ${formatClock(policies.loadedAt)}`;
  }
  return policies.loadedAt === null ? amount : `${amount}, loaded ${formatClock(policies.loadedAt)}`;
}
