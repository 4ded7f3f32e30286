import { describe, expect, test } from "vitest";
import { loadScenario, type Tenant } from "../../../../main/practice-tenant/index.ts";
import { evaluationInput } from "../../../../main/practice-tenant/policy/evaluation-input.ts";
import { showsDevice } from "../../../../main/practice-tenant/policy/shows-device.ts";

const browser =
  "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15";
const loginWindow =
  "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Latchkey/1.0.0 Chrome/142.0.0.0 Electron/45.4.1 Safari/537.36";

function tenantWith(deviceShownBy: Tenant["deviceShownBy"]): Tenant {
  const loaded = loadScenario("compliant-device-in-browsers");
  if (!loaded.ok) throw new Error(loaded.problem.title);
  return { ...loaded.value.tenant, deviceShownBy };
}

describe("which sign-ins show the device", () => {
  test.each([
    ["an ordinary browser", browser, true],
    ["the login window, which is Electron's", loginWindow, false],
    ["a client that is no browser", "node", false],
    ["a client that does not say what it is", "", false],
  ])("only browsers: %s", (_who, userAgent, shows) => {
    expect(showsDevice({ flow: "login-window", userAgent }, tenantWith("browsers"))).toBe(shows);
    expect(showsDevice({ flow: "login-window", userAgent }, tenantWith("every-sign-in"))).toBe(true);
  });

  test("the password check never does, whatever sends it", () => {
    for (const deviceShownBy of ["browsers", "every-sign-in"] as const)
      expect(showsDevice({ flow: "password-check", userAgent: browser }, tenantWith(deviceShownBy))).toBe(
        false,
      );
  });
});

describe("what a prediction for the login window builds on", () => {
  const robin = "robin@contoso.example";

  test("no device where only browsers show it, known person or not", () => {
    const tenant = tenantWith("browsers");
    expect(evaluationInput(tenant, robin).facts.device).toBeNull();
    expect(evaluationInput(tenant, null).facts.device).toBeNull();
  });

  test("the device where every login shows it", () => {
    const tenant = tenantWith("every-sign-in");
    for (const person of [robin, null])
      expect(evaluationInput(tenant, person).facts.device?.get("iscompliant")).toBe(true);
  });

  test("of a person who is not known, the place but nothing of the person", () => {
    const { facts } = evaluationInput(tenantWith("browsers"), null);
    expect(facts.country).toBe("us");
    expect(facts).not.toHaveProperty("user");
    expect(facts).not.toHaveProperty("groups");
    expect(facts).not.toHaveProperty("mfaOutsidePolicies");
  });
});
