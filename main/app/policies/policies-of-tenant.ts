import { readNeighboursFromJson, readPoliciesFromJson } from "../../core/conditional-access/index.ts";
import { type Result, succeed } from "../../core/problem.ts";
import type { TenantFromGraph } from "../../graph/index.ts";
import type { PolicyFileRead } from "./policy-files.ts";

const nothing = {
  namedLocations: [],
  objects: { named: [], applications: [], strengths: [], registrations: [] },
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
