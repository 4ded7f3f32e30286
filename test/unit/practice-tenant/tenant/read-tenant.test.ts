import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loadScenario, readTenant } from "../../../../main/practice-tenant/index.ts";
import { assertProperty } from "../../../support/assert-property.ts";

function tenantJson(): Record<string, unknown> {
  const loaded = loadScenario("all-cloud-apps-mfa");
  if (!loaded.ok) throw new Error(loaded.problem.title);
  return JSON.parse(JSON.stringify(loaded.value.tenant));
}

describe("tenant files", () => {
  test("a tenant survives the way through JSON", () => {
    const json = tenantJson();
    expect(readTenant(json)).toEqual({ ok: true, value: json });
  });

  test("a small file is enough: everything else has a default", () => {
    const small = {
      schema: "latchkey-practice-tenant/1",
      id: "0f0f0f0f-1111-4222-8333-444455556666",
      domain: "fabrikam.example",
      users: [
        {
          id: "0f0f0f0f-1111-4222-8333-444455550001",
          userPrincipalName: "a@fabrikam.example",
          displayName: "A",
          password: "p",
        },
      ],
      applications: [
        {
          appId: "0f0f0f0f-1111-4222-8333-444455550002",
          id: "0f0f0f0f-1111-4222-8333-444455550003",
          displayName: "Client",
          servicePrincipal: { id: "0f0f0f0f-1111-4222-8333-444455550004" },
        },
      ],
      practice: { loginClient: "0f0f0f0f-1111-4222-8333-444455550002" },
    };
    expect(readTenant(small)).toMatchObject({
      ok: true,
      value: { baselineScopes: "enforced", smartLockout: { threshold: 10 } },
    });
  });

  test.each([
    ["a member nobody knows", (json: Record<string, unknown>) => ({ ...json, colour: "blue" }), "colour"],
    ["no users", (json: Record<string, unknown>) => ({ ...json, users: [] }), "users"],
    [
      "an address that is none",
      (json: Record<string, unknown>) => ({ ...json, network: { ipAddress: "here" } }),
      "network.ipAddress",
    ],
    [
      "a login client that is not registered",
      (json: Record<string, unknown>) => ({
        ...json,
        practice: { loginClient: "0f0f0f0f-1111-4222-8333-444455559999" },
      }),
      "practice.loginClient",
    ],
  ])("%s is refused with its place", (_name, change, place) => {
    const read = readTenant(change(tenantJson()));
    expect(read).toMatchObject({
      ok: false,
      problem: { code: "practice-tenant-invalid", detail: expect.stringContaining(place) },
    });
  });

  test("any JSON gives a tenant or a problem", () => {
    assertProperty(
      fc.property(fc.jsonValue(), (json) => {
        expect(readTenant(json).ok).toBe(false);
      }),
    );
  });
});
