import type { GraphConnection } from "../../../app/graph/graph-connection.ts";
import { policiesOfOtherTenant } from "../../../app/graph/other-tenant.ts";
import { policiesOfTenant } from "../../../app/policies/policies-of-tenant.ts";
import { type LoadedPolicies, togetherPolicies } from "../../../app/policies/policy-files.ts";
import type { BaselineScopes } from "../../../core/conditional-access/index.ts";
import { fail, type Problem, type Result, succeed } from "../../../core/problem.ts";
import type { Terminal } from "../command.ts";
import { graphConnection } from "../graph/connection.ts";
import type { GraphChoice } from "./graph-choice.ts";

/** What Graph showed of a tenant, and the connection for what is asked next. */
export type LoadedFromGraph = {
  readonly loaded: LoadedPolicies;
  /** null: nobody knows the tenant's setting. */
  readonly baselineScopes: BaselineScopes | null;
  readonly connection: GraphConnection;
};

/**
 * Signs the person in and reads the policies of their tenant. Where to go, and the code to type there, stand on stderr.
 *
 * @param tenant as the profile names it; null where it names none
 */
export async function loadFromGraph(
  choice: GraphChoice,
  tenant: string | null,
  terminal: Terminal,
): Promise<Result<LoadedFromGraph>> {
  const { clientId, how, features } = choice;
  const authority =
    choice.authority ?? (tenant === null ? null : `https://login.microsoftonline.com/${tenant}`);
  if (authority === null) return fail(noAuthority);
  const connection = await graphConnection(choice, terminal);
  const { personScopes } = await import("../../../graph/index.ts");
  const wanted = features.flatMap((name) => (name === "policies" ? [] : [name]));
  const asked = { clientId, authority, how, remember: false, features: wanted };
  const read = await connection.read(asked, choice.person === null ? [] : personScopes);
  if (!read.ok) return read;
  const files = policiesOfTenant(read.value.tenant);
  if (!files.ok) return files;
  const together = togetherPolicies(files.value);
  if (!together.ok) return together;
  const findings = [...together.value.findings, ...policiesOfOtherTenant(tenant, read.value.tenantId)];
  return succeed({
    loaded: { ...together.value, findings },
    baselineScopes: read.value.tenant.baselineScopes,
    connection,
  });
}

const noAuthority: Problem = {
  code: "wrong-call",
  title: "The profile names no tenant.",
  detail: "Microsoft Graph is asked where the tenant signs people in.",
  fix: "Give --authority https://login.microsoftonline.com/TENANT.",
};
