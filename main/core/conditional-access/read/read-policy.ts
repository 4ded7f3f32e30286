import { shortId } from "../../text/short-id.ts";
import type { ConditionalAccessPolicy, PolicyState } from "../policy.ts";
import { isTypeName } from "./lists.ts";
import { type Members, membersOf, textOf } from "./members.ts";
import { type Notes, startNotes } from "./notes.ts";
import { readConditions } from "./read-conditions.ts";
import { readGrantControls, readSessionControls } from "./read-controls.ts";

const STATES: ReadonlyMap<string, PolicyState> = new Map([
  ["enabled", "enabled"],
  ["disabled", "disabled"],
  ["enabledforreportingbutnotenforced", "enabledForReportingButNotEnforced"],
]);

/** The conditions of an object that looks like a `conditionalAccessPolicy`; null for any other object. */
export function conditionsIn(members: Members): Members | null {
  const value = members.get("conditions");
  // An export that lost all conditions is a policy of which nobody knows whom and what it is for.
  if (typeof value === "string" && isTypeName(value) && members.has("grantcontrols"))
    return membersOf({ users: value, applications: value });
  const conditions = membersOf(value);
  const known = ["users", "applications", "clientapptypes", "clientapplications"];
  return conditions !== null && known.some((name) => conditions.has(name)) ? conditions : null;
}

/**
 * Reads one `conditionalAccessPolicy` object as Graph, PowerShell or the portal write it.
 * `position` counts from 1 and tells policies apart that have neither id nor name.
 *
 * Source: https://learn.microsoft.com/graph/api/resources/conditionalaccesspolicy
 */
export function readPolicy(
  raw: unknown,
  members: Members,
  conditionMembers: Members,
  position: number,
  source: string | null,
): ConditionalAccessPolicy {
  const id = textOf(members.get("id"));
  const name = textOf(members.get("displayname")) ?? textOf(members.get("name"));
  const displayName = name ?? `Policy without a name (${id === null ? `number ${position}` : shortId(id)})`;
  const notes = startNotes(displayName);
  const stateAsWritten = readState(members.get("state"), notes);
  const conditions = readConditions(conditionMembers, notes);
  const grant = readGrantControls(members.get("grantcontrols"), notes);
  const session = readSessionControls(members.get("sessioncontrols"), notes);
  const { unresolved, lost, joined, problems } = notes.result();
  return {
    id: id ?? displayName,
    displayName,
    state: STATES.get(stateAsWritten?.toLowerCase() ?? "") ?? null,
    stateAsWritten,
    conditions,
    grant,
    session,
    unresolved,
    lost,
    joined,
    problems,
    source,
    raw,
  };
}

/** Some exports write the number of an enumeration; which word it stands for is not in the file. */
function readState(value: unknown, notes: Notes): string | null {
  if (typeof value !== "number") return textOf(value);
  notes.lost(value, "state");
  return String(value);
}
