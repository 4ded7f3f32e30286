import type { Finding } from "../../finding.ts";
import { fail, type Problem, type Result, succeed } from "../../problem.ts";
import { maximumPolicies, maximumTenantObjects } from "../limits.ts";
import type { ConditionalAccessPolicy } from "../policy.ts";
import type { NamedLocation } from "../sign-in/sign-in-context.ts";
import { decodeText } from "./decode-text.ts";
import { type Members, membersOf, textOf } from "./members.ts";
import { namedLocationOf } from "./named-locations.ts";
import { parseJson } from "./parse-json.ts";
import { conditionsIn, readPolicy } from "./read-policy.ts";
import { NAMED_LOCATION, recognise } from "./refusals.ts";
import {
  mergeTenantObjects,
  NO_TENANT_OBJECTS,
  type TenantObjects,
  tenantObjectOf,
} from "./tenant-objects.ts";
import { fromTerraform, terraformPolicies } from "./terraform.ts";

/** What one file gave: its policies, and findings about the export itself (incomplete, parts left out). */
export type PolicyFile = {
  readonly policies: readonly ConditionalAccessPolicy[];
  /** Named locations that stand beside the policies; the context's address is compared with them. */
  readonly namedLocations: readonly NamedLocation[];
  /** Groups, apps, authentication strengths and others that stand beside the policies. */
  readonly objects: TenantObjects;
  readonly findings: readonly Finding[];
};

/** What a file without policies says about those of other files. */
export type PolicyNeighbours = {
  readonly namedLocations: readonly NamedLocation[];
  readonly objects: TenantObjects;
  /** What else it holds, in words. */
  readonly others: readonly string[];
};

export type PolicySource = { readonly fileName: string | null };

/** Members that a template keeps beside `details`. */
const OUTSIDE = new Set(["id", "displayname", "name", "state"]);
/** Lists that hold policies, by lower-cased name: Graph's `value`, and what scripts make of it. */
const LISTS = ["value", "policies", "conditionalaccesspolicies"];

/**
 * Reads a file of Conditional Access policies: one object, an array, `{value: […]}`, a template with the policy under
 * `details`, Terraform's form; UTF-8 with or without byte order mark, UTF-16.
 *
 * Problems: `file-too-large`, `not-text`, `empty-file`, `html-instead-of-policies`, `truncated-json`, `not-json`, and
 * `no-policy` with what the file holds instead.
 */
export function readPolicies(bytes: Uint8Array, source: PolicySource): Result<PolicyFile> {
  const fileName = source.fileName ?? "The file";
  const text = decodeText(bytes, fileName);
  if (!text.ok) return text;
  const json = parseJson(text.value, fileName);
  return json.ok ? readPoliciesFromJson(json.value, source) : json;
}

/**
 * What a file that holds no policy says about policies: `readPolicies` refuses it, and beside policies it still says where a
 * place is, or what a group is called. Empty for every other file.
 */
export function readNeighbours(bytes: Uint8Array): PolicyNeighbours {
  const text = decodeText(bytes, "");
  const json = text.ok ? parseJson(text.value, "") : text;
  return json.ok
    ? readNeighboursFromJson(json.value)
    : { namedLocations: [], objects: NO_TENANT_OBJECTS, others: [] };
}

/** The same for JSON that is already parsed. */
export function readNeighboursFromJson(json: unknown): PolicyNeighbours {
  const { namedLocations, objects, others } = collected(json, null);
  return { namedLocations, objects, others };
}

/** The same for JSON that is already parsed, for example an answer of Microsoft Graph. */
export function readPoliciesFromJson(json: unknown, source: PolicySource): Result<PolicyFile> {
  const fileName = source.fileName ?? "The file";
  const { policies, namedLocations, objects, understood, others, terraform, isOnePage } = collected(
    json,
    source.fileName,
  );
  if (policies.length > maximumPolicies) return fail(tooManyPolicies());
  const [other] = namedLocations.length > 0 ? [NAMED_LOCATION] : [...understood, ...others];
  if (policies.length === 0) {
    return fail({
      code: "no-policy",
      title: "The file holds no Conditional Access policy.",
      detail: other === undefined ? `${fileName} is an empty list.` : `${fileName} is ${other}.`,
      fix: "Choose an export of identity/conditionalAccess/policies: the portal's JSON download, Graph, PowerShell or EntraExporter.",
    });
  }
  const findings = [
    ...(isOnePage ? [incomplete(fileName)] : []),
    ...(terraform ? [terraformNames(fileName)] : []),
    ...(others.length > 0 ? [leftOut(others, fileName)] : []),
  ];
  return succeed({ policies, namedLocations, objects, findings });
}

type Collected = {
  readonly policies: readonly ConditionalAccessPolicy[];
  readonly namedLocations: readonly NamedLocation[];
  readonly objects: TenantObjects;
  /** What there is beside policies and is of use, in words. */
  readonly understood: readonly string[];
  /** What else there is, in words. */
  readonly others: readonly string[];
  readonly terraform: boolean;
  /** True where Graph says that more pages follow. */
  readonly isOnePage: boolean;
};

function collected(json: unknown, source: string | null): Collected {
  const policies: ConditionalAccessPolicy[] = [];
  const namedLocations: NamedLocation[] = [];
  const objects: TenantObjects[] = [];
  const understood: string[] = [];
  const others: string[] = [];
  const found = { terraform: false, isOnePage: false };
  collect(json, 0);
  if (policies.length === 0) {
    const inside = terraformPolicies(json);
    // What stands around them is Terraform's own.
    if (inside.length > 0) others.length = 0;
    for (const policy of inside) collect(policy, 2);
  }
  return { policies, namedLocations, objects: mergeTenantObjects(objects), understood, others, ...found };

  function collect(value: unknown, depth: number): void {
    if (Array.isArray(value)) {
      if (depth < 2) for (const item of value) collect(item, depth + 1);
      return;
    }
    const members = membersOf(value);
    if (members === null) {
      others.push("not an object");
      return;
    }
    if (hasNextLink(value)) found.isOnePage = true;
    // One more is enough to know.
    if (policies.length > maximumPolicies) return;
    const turned = membersOf(fromTerraform(value));
    if (turned !== null) found.terraform = true;
    const policy = policyIn(value, turned ?? members, policies.length + 1, source);
    if (policy !== null) {
      policies.push(policy);
      return;
    }
    const list = LISTS.map((name) => members.get(name)).find((each) => Array.isArray(each));
    if (list !== undefined && depth < 2) collect(list, depth + 1);
    else collectOther(value, members);
  }

  function collectOther(value: unknown, members: Members): void {
    const what = recognise(value, members);
    const location = what === NAMED_LOCATION ? namedLocationOf(value) : null;
    if (location !== null) {
      if (namedLocations.length < maximumPolicies) namedLocations.push(location);
      return;
    }
    const object = tenantObjectOf(members);
    if (object === null) {
      others.push(what ?? "JSON of another kind");
      return;
    }
    understood.push(what ?? `a ${kindOf(object)}`);
    if (objects.length < maximumTenantObjects) objects.push(object);
  }
}

function kindOf({ named, grants, homeRealmPolicies }: TenantObjects): string {
  if (grants.length > 0) return "permission grant";
  return homeRealmPolicies.length > 0 ? "home realm discovery policy" : (named[0]?.kind ?? "named object");
}

function policyIn(
  raw: unknown,
  members: Members,
  position: number,
  source: string | null,
): ConditionalAccessPolicy | null {
  const conditions = conditionsIn(members);
  if (conditions !== null) return readPolicy(raw, members, conditions, position, source);
  const details = membersOf(members.get("details"));
  const inside = details === null ? null : conditionsIn(details);
  if (details === null || inside === null) return null;
  const get = (name: string): unknown =>
    OUTSIDE.has(name) && textOf(details.get(name)) === null ? members.get(name) : details.get(name);
  return readPolicy(raw, { ...details, get }, inside, position, source);
}

/** These are more policies than are weighed together. */
export function tooManyPolicies(): Problem {
  return {
    code: "too-many-policies",
    title: `These are more than ${maximumPolicies} policies.`,
    detail: "A tenant holds a few hundred, and each is explained for both sign-ins.",
    fix: "Give the policies of one tenant only.",
  };
}

function hasNextLink(value: unknown): boolean {
  return (
    typeof value === "object" && value !== null && ("@odata.nextLink" in value || "odata.nextLink" in value)
  );
}

function incomplete(fileName: string): Finding {
  return {
    rule: "incomplete-policy-export",
    severity: "warning",
    certainty: "documented",
    title: "The export is incomplete.",
    detail: `${fileName} is one page of an answer of Microsoft Graph: it carries @odata.nextLink. Policies of the following pages are missing, so a verdict from this file can be wrong.`,
    where: {},
    fix: {
      label: "Export all pages",
      steps: ["Follow @odata.nextLink until an answer has none.", "Load all pages together."],
    },
    source: "https://learn.microsoft.com/graph/paging",
  };
}

function leftOut(others: readonly string[], fileName: string): Finding {
  const kinds = [...new Set(others)].join(", ");
  return {
    rule: "not-a-policy",
    severity: "info",
    certainty: "documented",
    title: `${others.length} ${others.length === 1 ? "entry is" : "entries are"} no policy and left out.`,
    detail: `${fileName} also holds: ${kinds}.`,
    where: {},
  };
}

function terraformNames(fileName: string): Finding {
  return {
    rule: "terraform-names",
    severity: "info",
    certainty: "inferred",
    title: "The policies have Terraform's names and were read under Microsoft Graph's.",
    detail: `${fileName} has names such as included_users. What Terraform does not manage is not in it, and variables stay names.`,
    where: {},
    source:
      "https://registry.terraform.io/providers/hashicorp/azuread/latest/docs/resources/conditional_access_policy",
  };
}
