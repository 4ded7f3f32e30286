import { isGuid } from "../../guid.ts";
import type { Ids, IncludeExclude, PolicyConditions } from "../policy.ts";
import { flagsOf, idsOf, isEmpty, type Members, membersOf, textsOf } from "./members.ts";
import { type Notes, unknownMembers } from "./notes.ts";
import { readApplications, readFilter } from "./read-applications.ts";
import { readUsers } from "./read-users.ts";

const KNOWN = new Set([
  "users",
  "applications",
  "clientapptypes",
  "platforms",
  "locations",
  "devices",
  "signinrisklevels",
  "userrisklevels",
  "insiderrisklevels",
  "serviceprincipalrisklevels",
  "authenticationflows",
  "clientapplications",
]);
const LOCATION_KEYWORD = /^(all|alltrusted)$/iu;

/** Reads the members of `conditions`. Anything with a value that is not understood is named in `unknown`. */
export function readConditions(members: Members, notes: Notes): PolicyConditions {
  const locations = readIncludeExclude(members, "locations");
  for (const id of [...(locations?.include.written ?? []), ...(locations?.exclude.written ?? [])]) {
    if (!isGuid(id) && !LOCATION_KEYWORD.test(id)) notes.unresolved(id);
  }
  return {
    users: readUsers(members.get("users"), notes),
    applications: readApplications(members.get("applications"), notes),
    clientAppTypes: idsOf(textsOf(members.get("clientapptypes"))),
    platforms: readIncludeExclude(members, "platforms"),
    locations,
    deviceFilter: readFilter(membersOf(members.get("devices"))?.get("devicefilter"), notes),
    signInRiskLevels: readFlags(members.get("signinrisklevels")),
    userRiskLevels: readFlags(members.get("userrisklevels")),
    insiderRiskLevels: readFlags(members.get("insiderrisklevels")),
    servicePrincipalRiskLevels: readFlags(members.get("serviceprincipalrisklevels")),
    transferMethods: readTransferMethods(members.get("authenticationflows")),
    workloadIdentities: !isEmpty(members.get("clientapplications")),
    unknown: [
      ...unknownMembers(members, KNOWN, "conditions"),
      ...unknownInside(members, "platforms", ["includeplatforms", "excludeplatforms"]),
      ...unknownInside(members, "locations", ["includelocations", "excludelocations"]),
      ...unknownInside(members, "devices", ["devicefilter"]),
      ...unknownInside(members, "authenticationFlows", ["transfermethods"]),
    ],
  };
}

/** Members with a value inside a condition; the whole condition where it has a value and is no object. */
function unknownInside(members: Members, name: string, known: readonly string[]): readonly string[] {
  const value = members.get(name.toLowerCase());
  if (isEmpty(value)) return [];
  const inside = membersOf(value);
  const path = `conditions.${name}`;
  return inside === null ? [path] : unknownMembers(inside, new Set(known), path);
}

function readFlags(value: unknown): Ids {
  return idsOf(flagsOf(value));
}

function readIncludeExclude(members: Members, name: "platforms" | "locations"): IncludeExclude | null {
  const inside = membersOf(members.get(name));
  const include = idsOf(textsOf(inside?.get(`include${name}`)));
  const exclude = idsOf(textsOf(inside?.get(`exclude${name}`)));
  return include.keys.size === 0 && exclude.keys.size === 0 ? null : { include, exclude };
}

function readTransferMethods(value: unknown): Ids {
  const methods = flagsOf(membersOf(value)?.get("transfermethods"));
  return idsOf(methods.filter((method) => method.toLowerCase() !== "none"));
}
