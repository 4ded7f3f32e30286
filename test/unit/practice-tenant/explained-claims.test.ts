import { decodeJwt, decodeProtectedHeader } from "jose";
import { describe, expect, test } from "vitest";
import { claimCatalogue } from "../../../main/core/claims/catalogue.ts";
import { listScenarios, loadScenario, type Tenant } from "../../../main/practice-tenant/index.ts";
import { NOTHING_DONE } from "../../../main/practice-tenant/policy/demands.ts";
import { createMemory } from "../../../main/practice-tenant/server/memory.ts";
import type { Practice } from "../../../main/practice-tenant/server/practice.ts";
import type { Target } from "../../../main/practice-tenant/sign-in/target.ts";
import type { Grant } from "../../../main/practice-tenant/tokens/grant.ts";
import { createSigningKeys } from "../../../main/practice-tenant/tokens/signing-keys.ts";
import { tokenBody } from "../../../main/practice-tenant/tokens/token-body.ts";
import { sharedPracticeKey } from "../../support/practice-key.ts";

const keys = createSigningKeys(sharedPracticeKey);
const known = {
  claims: new Set(claimCatalogue.claims.map(({ name }) => name)),
  header: new Set(claimCatalogue.header.map(({ name }) => name)),
};

function practiceOf(tenant: Tenant): Practice {
  return {
    origin: "http://127.0.0.1:1",
    tenant: () => tenant,
    replaceTenant: () => undefined,
    keys,
    memory: createMemory(0),
    now: () => 1_795_704_084_000,
  };
}

function grantFor(tenant: Tenant, userId: string, target: Partial<Target>): Grant {
  return {
    userId,
    clientId: tenant.practice.loginClient,
    target: {
      version: "v2",
      oidcScopes: ["openid", "profile", "email"],
      resourceAppId: "00000003-0000-0000-c000-000000000000",
      resourceIdentifier: "https://graph.microsoft.com",
      permissions: ["User.Read"],
      resourceNamed: true,
      scopes: [],
      ...target,
    },
    nonce: "n",
    amr: ["pwd", "mfa"],
    progress: NOTHING_DONE,
    confidential: false,
  };
}

type Tokens = readonly string[];

/** The tenant with its own APIs set to issue the other format of access tokens too. */
function withFormat(tenant: Tenant, requestedAccessTokenVersion: 1 | 2): Tenant {
  const applications = tenant.applications.map((app) => ({
    ...app,
    api: { ...app.api, requestedAccessTokenVersion },
  }));
  return { ...tenant, applications };
}

/** All tokens for Microsoft Graph and for the tenant's own API, whose access tokens come in either format. */
async function issued(tenant: Tenant): Promise<Tokens> {
  const api = tenant.applications.find((app) => app.identifierUris.length > 0);
  const ofApi = {
    resourceAppId: api?.appId ?? "",
    resourceIdentifier: api?.identifierUris[0] ?? "",
    permissions: [],
  };
  const tokens = [await issuedFor(tenant, {})];
  if (api !== undefined) {
    for (const format of [1, 2] as const) tokens.push(await issuedFor(withFormat(tenant, format), ofApi));
  }
  return tokens.flat();
}

async function issuedFor(tenant: Tenant, target: Partial<Target>): Promise<Tokens> {
  const practice = practiceOf(tenant);
  const bodies = tenant.users.flatMap((user) =>
    (["v1", "v2"] as const).map((version) =>
      tokenBody(practice, version, grantFor(tenant, user.id, target), user, { clientInfo: false }),
    ),
  );
  return (await Promise.all(bodies)).flatMap((body) =>
    [body["id_token"], body["access_token"]].filter((token) => typeof token === "string"),
  );
}

function unexplained(token: string): readonly string[] {
  return [
    ...Object.keys(decodeJwt(token)).filter((name) => !known.claims.has(name)),
    ...Object.keys(decodeProtectedHeader(token))
      .filter((name) => !known.header.has(name))
      .map((name) => `header ${name}`),
  ];
}

describe("every claim that the practice tenant issues is explained", () => {
  test.each(listScenarios().map(({ name }) => name))("in %s", async (name) => {
    const loaded = loadScenario(name);
    if (!loaded.ok) throw new Error(loaded.problem.detail);
    const tokens = await issued(loaded.value.tenant);
    expect(tokens.length).toBeGreaterThan(7);
    expect([...new Set(tokens.flatMap(unexplained))]).toEqual([]);
  });
});
