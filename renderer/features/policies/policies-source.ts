import type { PoliciesView } from "../../../preload/contract.ts";
import { count } from "../../text/count.ts";
import { formatClock } from "../../text/time.ts";

/** Where policies come from, beside a claim that rests on them: `14 policies, loaded 09:12`. */
export function policiesSource(policies: PoliciesView): string {
  const amount = count(policies.count, "policy", "policies");
  if (policies.source === "practice") {
    return `${amount} of the practice tenant`;
  }
  if (policies.source === "graph" && policies.loadedAt !== null) {
    return `${amount} from Microsoft Graph, ${formatClock(policies.loadedAt)}`;
  }
  return policies.loadedAt === null ? amount : `${amount}, loaded ${formatClock(policies.loadedAt)}`;
}
