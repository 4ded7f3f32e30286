import type { Delivered } from "../../../app/jamf-pro/deliver.ts";
import type { DeliveryMode, PlannedDifference } from "../../../app/jamf-pro/deliver-profile.ts";
import type { JamfConnectProfiles } from "../../../app/jamf-pro/list-profiles.ts";
import type { DeliveryPlan } from "../../../app/jamf-pro/plan-delivery.ts";
import { isOpen } from "../../../core/jamf-pro/accept-difference.ts";
import { countDifferences } from "../../../core/jamf-pro/count-differences.ts";
import type { TypedJson } from "../../../core/plist/typed-json.ts";
import { oneLine, printable } from "../text.ts";

const longestValue = 60;

/** What was delivered, for people. */
export function deliveredText(delivered: Delivered): string {
  const { action, id, name, differences, equal, restored, before } = delivered;
  const isKept = differences.every(({ kind, isSetting }) => isSetting || kind !== "unexplained");
  const head = {
    created: `Created ${name} as profile ${id}. It is in nobody's scope: choose in Jamf Pro who gets it.`,
    updated: `Updated ${name}, profile ${id}.${isKept ? " UUID, identifier, scope and category were kept." : ""}`,
    unchanged: `${name}, profile ${id}, is unchanged: nothing was sent.`,
  }[action];
  const back =
    restored === null
      ? []
      : [
          restored
            ? "The old profile was put back, because Jamf Pro damaged a setting."
            : "The old profile was sent again; whether it is there is not known.",
        ];
  const counted = before !== null && action === "unchanged" ? [] : [countDifferences(differences, equal)];
  return lines([
    head,
    ...back,
    ...counted,
    ...differences.filter(({ kind }) => kind !== "usual").map(differenceLine),
  ]);
}

/** What would be done, or what a comparison found. */
export function planText(
  plan: DeliveryPlan,
  mode: DeliveryMode,
  differences: readonly PlannedDifference[],
): string {
  const { stored, delivery } = plan;
  const where = stored === null ? "" : `, profile ${stored.id}`;
  const head =
    mode === "compare"
      ? compareHead(plan, differences)
      : {
          create: `Dry run: ${delivery.name} would be created, in nobody's scope. Nothing was sent.`,
          update: `Dry run: ${delivery.name}${where}, would be updated in place. Nothing was sent.`,
          unchanged: `Dry run: ${delivery.name}${where}, is unchanged, and nothing would be sent.`,
        }[plan.action];
  const warned =
    mode === "compare"
      ? []
      : plan.unfaithful.map(
          ({ keyPath, domain, becomes, defect }) =>
            `  ${oneLine(`${keyPath} (${domain ?? "profile"})`)}: ${becomes} Known as ${defect}.`,
        );
  return lines([head, ...differences.filter(({ kind }) => kind !== "usual").map(differenceLine), ...warned]);
}

function compareHead(
  { stored, delivery, equal }: DeliveryPlan,
  differences: readonly PlannedDifference[],
): string {
  if (stored === null) return `${delivery.name} is not on the server.`;
  const counted = countDifferences(differences, equal);
  const isSame = differences.every(({ kind }) => kind !== "unexplained");
  if (isSame) return `${delivery.name}, profile ${stored.id}, is what was sent. ${counted}`;
  return differences.some(isOpen)
    ? `${delivery.name}, profile ${stored.id}, has drifted. ${counted}`
    : `${delivery.name}, profile ${stored.id}, differs as accepted. ${counted}`;
}

/** The profiles of a server that hold settings of Jamf Connect, and where they disagree. */
export function listText({ profiles, conflicts, looked, unread }: JamfConnectProfiles): string {
  const head = `${profiles.length} of ${looked} profiles hold settings of Jamf Connect${unread > 0 ? `; ${unread} could not be read` : ""}.`;
  return lines([
    head,
    ...profiles.map(
      ({ stored, domains }) => `  ${stored.id}  ${oneLine(stored.name)}: ${domains.join(", ")}`,
    ),
    ...conflicts.map(
      ({ domain, keyPath, profiles: names }) =>
        `Conflict: ${oneLine(keyPath)} in ${domain} has different values in ${names.map(oneLine).join(" and ")}.`,
    ),
  ]);
}

function differenceLine({
  domain,
  keyPath,
  sent,
  stored,
  kind,
  defect,
  accepted,
}: PlannedDifference): string {
  const label =
    kind === "known-defect" ? `defect ${defect ?? ""}` : accepted === undefined ? kind : "accepted";
  const reason = accepted === undefined ? "" : ` (${oneLine(accepted)})`;
  const [first, second] = kind === "change" ? [stored, sent] : [sent, stored];
  return `  ${label.padEnd(13)} ${oneLine(keyPath)} (${domain ?? "profile"}): ${shown(first)} → ${shown(second)}${reason}`;
}

function shown(value: TypedJson | null): string {
  if (value === null) return "not set";
  const text = printable(JSON.stringify(value));
  return text.length > longestValue ? `${text.slice(0, longestValue)}…` : text;
}

function lines(texts: readonly string[]): string {
  return `${texts.join("\n")}\n`;
}
