import {
  NO_TENANT_OBJECTS,
  readNeighboursFromJson,
  readPoliciesFromJson,
} from "../../core/conditional-access/index.ts";
import { WINDOWS_AZURE_AD } from "../../core/microsoft-apps.ts";
import { type Result, succeed } from "../../core/problem.ts";
import type { GraphObject, ReadLists } from "../../core/setup/index.ts";
import type { TenantFromGraph } from "../../graph/index.ts";
import type { PolicyFileRead } from "./policy-files.ts";

const nothing = {
  namedLocations: [],
  objects: NO_TENANT_OBJECTS,
};

/**
 * What Graph showed of a tenant, as if each part were a file: the same rules count for it. Problems: those of policies that cannot be
 * read.
 */
export function policiesOfTenant({ policies, parts }: TenantFromGraph): Result<readonly PolicyFileRead[]> {
  const empty: PolicyFileRead = {
    name: "Policies",
    bytes: 0,
    policies: [],
    neighbours: nothing,
    findings: [],
    noPolicy: null,
    problem: null,
    isDamaged: false,
  };
  const others = parts.map(
    ({ title, objects, problem }): PolicyFileRead => ({
      ...empty,
      name: title,
      neighbours: readNeighboursFromJson(objects),
      problem,
    }),
  );
  // A tenant without policies is an answer: it asks neither sign-in for anything.
  if (policies.length === 0) return succeed([empty, ...others]);
  const read = readPoliciesFromJson({ value: policies }, { fileName: "Microsoft Graph" });
  if (!read.ok) return read;
  return succeed([{ ...empty, ...read.value, neighbours: read.value }, ...others]);
}

/** Lists of Graph by the titles of the parts that were read of them. */
const listOfPart: Readonly<Record<string, string>> = {
  "App registrations": "applications",
  "Service principals": "servicePrincipals",
  "Custom security attributes": "servicePrincipals",
};

/** What was read of a tenant by the paths of its lists; a part that could not be read is not there. */
export function listsOfTenant({ policies, parts, baselineScopes }: TenantFromGraph): ReadLists {
  const lists = new Map<string, readonly GraphObject[]>([
    ["identity/conditionalAccess/policies", policies.filter(isObject)],
  ]);
  for (const { title, objects, problem } of parts) {
    const list = listOfPart[title];
    // The attributes come with service principals of their own: the later reading has more members.
    if (list !== undefined && problem === null) lists.set(list, objects.filter(isObject));
  }
  if (baselineScopes !== null)
    lists.set("identity/conditionalAccess/settings", [
      { advancedSettings: { baselineScopes: { resourceAppId: appOf(baselineScopes) } } },
    ]);
  return lists;
}

function appOf(setting: NonNullable<TenantFromGraph["baselineScopes"]>): string {
  if (typeof setting !== "string") return setting.placeholder;
  return setting === "enforced" ? WINDOWS_AZURE_AD : "00000000-0000-0000-0000-000000000000";
}

function isObject(value: unknown): value is GraphObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
