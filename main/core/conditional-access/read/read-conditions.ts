import type { Ids, IncludeExclude, PolicyConditions } from "../policy.ts";
import { flagsOf, idsOf, isEmpty, isGuid, type Members, textsOf } from "./members.ts";
import type { Notes } from "./notes.ts";
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
  notes.unknownMembers(members, KNOWN, "conditions");
  const locations = readIncludeExclude(members.get("locations"), "locations", notes);
  for (const id of [...(locations?.include.written ?? []), ...(locations?.exclude.written ?? [])]) {
    if (!isGuid(id) && !LOCATION_KEYWORD.test(id)) notes.unresolved(id);
  }
  const conditions: Omit<PolicyConditions, "unknown"> = {
    users: readUsers(members.get("users"), notes),
    applications: readApplications(members.get("applications"), notes),
    clientAppTypes: idsOf(textsOf(members.get("clientapptypes"))),
    platforms: readIncludeExclude(members.get("platforms"), "platforms", notes),
    locations,
    deviceFilter: readDeviceFilter(members.get("devices"), notes),
    signInRiskLevels: readFlags(members.get("signinrisklevels")),
    userRiskLevels: readFlags(members.get("userrisklevels")),
    insiderRiskLevels: readFlags(members.get("insiderrisklevels")),
    servicePrincipalRiskLevels: readFlags(members.get("serviceprincipalrisklevels")),
    transferMethods: readTransferMethods(members.get("authenticationflows"), notes),
    workloadIdentities: !isEmpty(members.get("clientapplications")),
  };
  return { ...conditions, unknown: notes.result.unknown };
}

function readFlags(value: unknown): Ids {
  return idsOf(flagsOf(value));
}

function readIncludeExclude(
  value: unknown,
  name: "platforms" | "locations",
  notes: Notes,
): IncludeExclude | null {
  if (isEmpty(value)) return null;
  const members = notes.object(value, `conditions.${name}`);
  if (members === null) return null;
  notes.unknownMembers(members, new Set([`include${name}`, `exclude${name}`]), `conditions.${name}`);
  const include = idsOf(textsOf(members.get(`include${name}`)));
  const exclude = idsOf(textsOf(members.get(`exclude${name}`)));
  return include.keys.size === 0 && exclude.keys.size === 0 ? null : { include, exclude };
}

function readDeviceFilter(value: unknown, notes: Notes): PolicyConditions["deviceFilter"] {
  if (isEmpty(value)) return null;
  const members = notes.object(value, "conditions.devices");
  if (members === null) return null;
  notes.unknownMembers(members, new Set(["devicefilter"]), "conditions.devices");
  return readFilter(members.get("devicefilter"), "conditions.devices.deviceFilter", notes);
}

function readTransferMethods(value: unknown, notes: Notes): Ids {
  if (isEmpty(value)) return idsOf([]);
  const members = notes.object(value, "conditions.authenticationFlows");
  if (members === null) return idsOf([]);
  notes.unknownMembers(members, new Set(["transfermethods"]), "conditions.authenticationFlows");
  return idsOf(flagsOf(members.get("transfermethods")).filter((method) => method.toLowerCase() !== "none"));
}
