import type { Finding } from "../../finding.ts";
import { fail, type Problem, type Result, succeed } from "../../problem.ts";
import { maximumPolicies } from "../limits.ts";
import type { ConditionalAccessPolicy } from "../policy.ts";
import { decodeText } from "./decode-text.ts";
import { type Members, membersOf, textOf } from "./members.ts";
import { parseJson } from "./parse-json.ts";
import { conditionsIn, readPolicy } from "./read-policy.ts";
import { recognise } from "./refusals.ts";
import { fromTerraform, terraformPolicies } from "./terraform.ts";

/** What one file gave: its policies, and findings about the export itself (incomplete, parts left out). */
export type PolicyFile = {
  readonly policies: readonly ConditionalAccessPolicy[];
  readonly findings: readonly Finding[];
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

/** The same for JSON that is already parsed, for example an answer of Microsoft Graph. */
export function readPoliciesFromJson(json: unknown, source: PolicySource): Result<PolicyFile> {
  const fileName = source.fileName ?? "The file";
  const found: ConditionalAccessPolicy[] = [];
  const others: string[] = [];
  const findings: Finding[] = [];
  let terraform = 0;
  collect(json, 0);
  if (found.length === 0) {
    const inside = terraformPolicies(json);
    // What stands around them is Terraform's own.
    if (inside.length > 0) others.length = 0;
    for (const policy of inside) collect(policy, 2);
  }
  if (found.length > maximumPolicies) return fail(tooManyPolicies());
  if (found.length === 0) {
    const [other] = others;
    return fail({
      code: "no-policy",
      title: "The file holds no Conditional Access policy.",
      detail: other === undefined ? `${fileName} is an empty list.` : `${fileName} is ${other}.`,
      fix: "Choose an export of identity/conditionalAccess/policies: the portal's JSON download, Graph, PowerShell or EntraExporter.",
    });
  }
  if (terraform > 0) findings.push(terraformNames(fileName));
  if (others.length > 0) findings.push(leftOut(others, fileName));
  return succeed({ policies: found, findings });

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
    if (hasNextLink(value)) findings.push(incomplete(fileName));
    // One more is enough to know.
    if (found.length > maximumPolicies) return;
    const turned = membersOf(fromTerraform(value));
    if (turned !== null) terraform += 1;
    const policy = policyIn(value, turned ?? members, found.length + 1, source.fileName);
    if (policy !== null) {
      found.push(policy);
      return;
    }
    const list = LISTS.map((name) => members.get(name)).find((each) => Array.isArray(each));
    if (list !== undefined && depth < 2) collect(list, depth + 1);
    else others.push(recognise(value, members) ?? "JSON of another kind");
  }
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
