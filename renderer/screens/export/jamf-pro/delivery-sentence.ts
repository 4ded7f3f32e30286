import type { JamfProConnection, JamfProDelivered, JamfProPlan } from "../../../../preload/contract.ts";
import type { JamfProWork } from "../../../stores/jamf-pro-store.ts";
import { routeTexts } from "../route-texts.ts";
import { isOpenDifference } from "./open-difference.ts";

type Situation = {
  readonly connection: JamfProConnection | null;
  readonly plan: JamfProPlan | null;
  readonly delivered: JamfProDelivered | null;
  readonly work: JamfProWork | null;
};

/** What is true now, in one sentence, and what it means in the next. */
export function deliverySentence({ connection, plan, delivered, work }: Situation): {
  readonly title: string;
  readonly detail: string;
} {
  if (connection === null)
    return { title: routeTexts["jamf-pro-api"].sentence, detail: routeTexts["jamf-pro-api"].why };
  if (delivered !== null) return deliveredSentence(delivered);
  if (plan === null)
    return {
      title: work === null ? "Nothing to deliver yet" : "Looking at the server",
      detail: work === null ? "What keeps it from being delivered stands below." : "Nothing is written.",
    };
  const settings = `${plan.changes.length} ${plan.changes.length === 1 ? "setting changes" : "settings change"}`;
  if (plan.action === "create")
    return {
      title: `Creates “${plan.name}”`,
      detail:
        "Jamf Pro gives it a UUID of its own. It is in nobody's scope until you choose one in Jamf Pro.",
    };
  if (plan.action === "unchanged")
    return {
      title: `“${plan.name}” is what is on the server`,
      detail: `${plan.equal} settings are the same. What Jamf Pro rewrites in every profile does not count.`,
    };
  return {
    title: `Updates “${plan.name}” in place`,
    detail: `${settings}. UUID, scope and category stay. In its scope: ${plan.scope ?? "nobody"}.`,
  };
}

function deliveredSentence({ action, name, differences, equal, restored }: JamfProDelivered) {
  const count = (kind: string) => differences.filter((difference) => difference.kind === kind).length;
  const open = differences.filter(isOpenDifference).length;
  const accepted = count("unexplained") - open;
  const defects = count("known-defect");
  const usual = count("usual");
  const came = `${equal} settings came back exactly as sent.`;
  if (restored === true)
    return {
      title: `The old “${name}” is back`,
      detail: "It has its old UUID, scope and values. The new one is not on the server.",
    };
  if (action === "unchanged")
    return {
      title: `“${name}” is unchanged`,
      detail: "Nothing was sent, because nothing would have changed.",
    };
  const done = action === "created" ? "Created" : "Updated";
  if (open > 0)
    return {
      title: `${done}. ${open} ${open === 1 ? "difference is" : "differences are"} not explained.`,
      detail: `${came} Jamf Pro rewrote ${usual} values as it always does${defects > 0 ? `; ${defects} meet a known defect` : ""}.`,
    };
  return {
    title: `${done} “${name}”. ${accepted > 0 ? `${accepted} accepted, nothing else` : "Nothing"} is unexplained.`,
    detail: `${came} Jamf Pro rewrote ${usual} values as it always does${defects > 0 ? `; ${defects} meet a known defect` : ""}.`,
  };
}
