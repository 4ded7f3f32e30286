import { isGuid } from "../../guid.ts";
import type { Ids, IncludeExclude, PolicyConditions } from "../policy.ts";
import { idsOf, isEmpty, type Members } from "./members.ts";
import { type Notes, unknownMembers } from "./notes.ts";
import { readApplications, readFilter } from "./read-applications.ts";
import { readUsers } from "./read-users.ts";
import { CLIENT_APP_WORD, LOCATION_WORD, NO_WORD, PLATFORM_WORD, RISK_WORD, TRANSFER_WORD } from "./words.ts";

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

/** Reads the members of `conditions`. Anything with a value that is not understood or was lost is named in `unknown`. */
export function readConditions(members: Members, notes: Notes): PolicyConditions {
  const reader = conditionReader(members, notes);
  const platforms = reader.includeExclude("platforms", PLATFORM_WORD);
  const locations = reader.includeExclude("locations", LOCATION_WORD);
  for (const id of [...(locations?.include.written ?? []), ...(locations?.exclude.written ?? [])]) {
    if (!isGuid(id) && !LOCATION_WORD.test(id)) notes.unresolved(id);
  }
  return {
    users: readUsers(members.get("users"), notes),
    applications: readApplications(members.get("applications"), notes),
    clientAppTypes: reader.list(members, "clientAppTypes", "conditions", CLIENT_APP_WORD),
    platforms,
    locations,
    deviceFilter: reader.deviceFilter(),
    signInRiskLevels: reader.flags("signInRiskLevels"),
    userRiskLevels: reader.flags("userRiskLevels"),
    insiderRiskLevels: reader.flags("insiderRiskLevels"),
    servicePrincipalRiskLevels: reader.flags("servicePrincipalRiskLevels"),
    transferMethods: reader.transferMethods(),
    workloadIdentities: reader.isForWorkloads(),
    unknown: [...unknownMembers(members, KNOWN, "conditions"), ...reader.unknown],
  };
}

type ConditionReader = {
  readonly list: (inside: Members, name: string, path: string, word: RegExp) => Ids;
  readonly flags: (name: string) => Ids;
  readonly includeExclude: (name: "platforms" | "locations", word: RegExp) => IncludeExclude | null;
  readonly deviceFilter: () => PolicyConditions["deviceFilter"];
  readonly transferMethods: () => Ids;
  readonly isForWorkloads: () => boolean;
  readonly unknown: readonly string[];
};

function conditionReader(members: Members, notes: Notes): ConditionReader {
  const unknown: string[] = [];
  const list: ConditionReader["list"] = (inside, name, path, word) => {
    const read = notes.list(inside.get(name.toLowerCase()), `${path}.${name}`, word);
    if (read.isLost) unknown.push(`${path}.${name}`);
    return idsOf(read.texts);
  };
  /** Members of one condition; null where it is not configured or lost. Members that nobody knows are noted. */
  const open = (name: string, known: readonly string[]): Members | null => {
    const value = members.get(name.toLowerCase());
    if (isEmpty(value)) return null;
    const path = `conditions.${name}`;
    const inside = notes.object(value, path);
    if (inside === null) unknown.push(path);
    else unknown.push(...unknownMembers(inside, new Set(known.map((each) => each.toLowerCase())), path));
    return inside;
  };
  return {
    list,
    unknown,
    flags: (name) => splitFlags(list(members, name, "conditions", RISK_WORD)),
    includeExclude(name, word) {
      const [includes, excludes] = [`include${capital(name)}`, `exclude${capital(name)}`];
      const inside = open(name, [includes, excludes]);
      if (inside === null) return null;
      const include = list(inside, includes, `conditions.${name}`, word);
      const exclude = list(inside, excludes, `conditions.${name}`, word);
      return include.keys.size === 0 && exclude.keys.size === 0 ? null : { include, exclude };
    },
    deviceFilter() {
      const inside = open("devices", ["deviceFilter"]);
      if (inside === null) return null;
      const read = readFilter(inside, "deviceFilter", "conditions.devices", notes);
      unknown.push(...read.lost);
      return read.filter;
    },
    transferMethods() {
      const inside = open("authenticationFlows", ["transferMethods"]);
      if (inside === null) return idsOf([]);
      const read = splitFlags(
        list(inside, "transferMethods", "conditions.authenticationFlows", TRANSFER_WORD),
      );
      return idsOf(read.written.filter((method) => method.toLowerCase() !== "none"));
    },
    isForWorkloads() {
      const inside = open("clientApplications", WORKLOAD_MEMBERS);
      if (inside === null) return false;
      const path = "conditions.clientApplications";
      const listed = ["includeServicePrincipals", "excludeServicePrincipals"].map((name) =>
        list(inside, name, path, NO_WORD),
      );
      const read = readFilter(inside, "servicePrincipalFilter", path, notes);
      unknown.push(...read.lost);
      return read.filter !== null || listed.some((each) => each.keys.size > 0);
    },
  };
}

const WORKLOAD_MEMBERS = ["includeServicePrincipals", "excludeServicePrincipals", "servicePrincipalFilter"];

function capital(name: string): string {
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}

/** A set of flags: Graph writes `"a,b"`, hand-made files also `["a","b"]`. */
function splitFlags({ written }: Ids): Ids {
  return idsOf(
    written.flatMap((text) => text.split(",").map((part) => part.trim())).filter((part) => part !== ""),
  );
}
