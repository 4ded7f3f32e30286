import { homedir } from "node:os";
import { createGraphConnection, type GraphConnection } from "../../../app/graph/graph-connection.ts";
import { createSessionKeeper } from "../../../app/graph/kept-session.ts";
import { policiesOfOtherTenant } from "../../../app/graph/other-tenant.ts";
import { policiesOfTenant } from "../../../app/policies/policies-of-tenant.ts";
import { type LoadedPolicies, togetherPolicies } from "../../../app/policies/policy-files.ts";
import { waitFor } from "../../../app/wait-for.ts";
import type { BaselineScopes } from "../../../core/conditional-access/index.ts";
import { fail, type Problem, type Result, succeed } from "../../../core/problem.ts";
import { nodeFetch } from "../../../network/node-fetch.ts";
import { openInBrowser } from "../../launch/open-in-browser.ts";
import type { Terminal } from "../command.ts";
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
  const { environment } = terminal;
  const connection = createGraphConnection(
    {
      fetch: await nodeFetch(environment),
      // A terminal has no store for secrets: the session ends with the command.
      keeper: createSessionKeeper(null),
      tell: (state) => {
        if (state.kind !== "signing-in" || state.url === null) return;
        const { url, code } = state;
        terminal.stderr(`Open: ${url}\n${code === null ? "" : `Type this code: ${code}\n`}`);
        if (how === "browser" && choice.opensBrowser)
          void openInBrowser(url, { platform: process.platform, environment, home: homedir() });
      },
    },
    waitFor,
  );
  const read = await connection.read({
    clientId,
    authority,
    how,
    remember: false,
    features: features.flatMap((name) => (name === "policies" ? [] : [name])),
  });
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
