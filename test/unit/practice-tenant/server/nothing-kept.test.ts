import { inspect } from "node:util";
import { expect, test } from "vitest";
import { loadScenario } from "../../../../main/practice-tenant/index.ts";
import type { PracticeRequest } from "../../../../main/practice-tenant/server/http.ts";
import { createMemory } from "../../../../main/practice-tenant/server/memory.ts";
import type { Practice } from "../../../../main/practice-tenant/server/practice.ts";
import { route } from "../../../../main/practice-tenant/server/routes.ts";
import { createSigningKeys } from "../../../../main/practice-tenant/tokens/signing-keys.ts";
import { sharedPracticeKey } from "../../../support/practice-key.ts";

const CANARIES = ["canary-password-1", "canary-name@contoso.example", "canary-code-77", "canary-secret-3"];

function request(method: string, path: string, fields: Record<string, string>): PracticeRequest {
  const parameters = new URLSearchParams(fields);
  return {
    method,
    segments: path.split("/"),
    query: method === "GET" ? parameters : new URLSearchParams(),
    form: method === "GET" ? new URLSearchParams() : parameters,
    json: undefined,
    headers: { "user-agent": "test" },
    cookies: new Map(),
  };
}

test("nothing that is typed stays in memory or comes back, wrong or right", async () => {
  const loaded = loadScenario("all-cloud-apps-mfa");
  if (!loaded.ok) throw new Error(loaded.problem.title);
  // The right password is in the tenant file; typing it must not put a second copy anywhere.
  let { tenant } = loaded.value;
  const memory = createMemory(0);
  const practice: Practice = {
    origin: "http://127.0.0.1:1",
    tenant: () => tenant,
    replaceTenant: (changed) => {
      tenant = changed;
    },
    keys: createSigningKeys(sharedPracticeKey),
    memory,
    now: Date.now,
  };
  const token = (fields: Record<string, string>) =>
    route(
      request("POST", `${tenant.id}/oauth2/v2.0/token`, {
        grant_type: "password",
        client_id: tenant.practice.loginClient,
        scope: "openid",
        ...fields,
      }),
      practice,
    );
  const answers = [
    await token({ username: "robin@contoso.example", password: "canary-password-1" }),
    await token({ username: "canary-name@contoso.example", password: "canary-password-1" }),
    await token({ username: "robin@contoso.example", password: "Practice-Robin-1" }),
    await token({
      username: "robin@contoso.example",
      password: "Practice-Robin-1",
      client_secret: "canary-secret-3",
    }),
  ];
  const page = await route(
    request("GET", `${tenant.id}/oauth2/v2.0/authorize`, {
      client_id: tenant.practice.loginClient,
      response_type: "code",
      redirect_uri: "https://127.0.0.1/jamfconnect",
      scope: "openid",
    }),
    practice,
  );
  const field = (name: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(page.body)?.[1] ?? "";
  const flow = { ctx: field("ctx"), flowToken: field("flowToken") };
  answers.push(
    await route(
      request("POST", `${tenant.id}/login`, {
        ...flow,
        loginfmt: "robin@contoso.example",
        passwd: "canary-password-1",
      }),
      practice,
    ),
    await route(
      request("POST", `${tenant.id}/login`, {
        ...flow,
        loginfmt: "robin@contoso.example",
        passwd: "Practice-Robin-1",
      }),
      practice,
    ),
    await route(request("POST", "common/SAS/ProcessAuth", { ...flow, otc: "canary-code-77" }), practice),
  );
  expect(memory.signIns.length).toBeGreaterThan(4);
  const kept = inspect(memory, { depth: 20, maxArrayLength: null, maxStringLength: null });
  for (const canary of [...CANARIES, "Practice-Robin-1"]) expect(kept).not.toContain(canary);
  for (const canary of CANARIES) for (const answer of answers) expect(answer.body).not.toContain(canary);
});
