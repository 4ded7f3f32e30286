import type { PoliciesView } from "../../../preload/contract.ts";
import { count } from "../../text/count.ts";
import { formatClock } from "../../text/time.ts";

/** Where policies come from, beside a claim that rests on them: `14 policies, 1 file not read, loaded 09:12`. */
export function policiesSource(policies: PoliciesView): string {
  const unread = policies.findings.reduce((sum, { where }) => sum + (where.files?.length ?? 0), 0);
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
