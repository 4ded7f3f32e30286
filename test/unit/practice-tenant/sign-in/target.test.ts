import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isFailure } from "../../../../main/practice-tenant/errors/failure.ts";
import { loadScenario } from "../../../../main/practice-tenant/index.ts";
import { type Flow, targetOfScope } from "../../../../main/practice-tenant/sign-in/target.ts";
import { assertProperty } from "../../../support/assert-property.ts";

const loaded = loadScenario("two-apis");
if (!loaded.ok) throw new Error(loaded.problem.title);
const { tenant } = loaded.value;
const API = "1a7c4e00-0000-4000-8000-0000000000a1";
const SECOND = "1a7c4e00-0000-4000-8000-0000000000a2";
const GRAPH = "00000003-0000-0000-c000-000000000000";

function target(scope: string, flow: Flow = "login-window") {
  const found = targetOfScope(scope, flow, tenant, "Client");
  return isFailure(found) ? found.code : [found.resourceAppId, ...found.permissions];
}

describe("what a v2 request asks for", () => {
  test.each([
    ["openid profile email", [GRAPH]],
    ["openid User.Read", [GRAPH, "User.Read"]],
    ["https://graph.microsoft.com/User.Read openid", [GRAPH, "User.Read"]],
    [`api://${API}/jamfconnect openid`, [API, "jamfconnect"]],
    [`API://${API.toUpperCase()}/jamfconnect`, [API, "jamfconnect"]],
    [`${API}/.default`, [API, ".default"]],
    [`api://${API}/nothing`, 650053],
    [`api://${API}/jamfconnect User.Read`, 28000],
    ["https://contoso.example/api/read", 500011],
    ["openid+profile", 70011],
    ["", 900144],
    ["   ", 900144],
  ])("%j: %j", (scope, expected) => {
    expect(target(scope)).toEqual(expected);
  });

  test("an unknown api:// stands for the API app of its sign-in", () => {
    expect(target("api://unknown/jamfconnect", "login-window")).toEqual([SECOND, "jamfconnect"]);
    expect(target("api://unknown/jamfconnect", "password-check")).toEqual([API, "jamfconnect"]);
  });

  test("any text is answered", () => {
    assertProperty(
      fc.property(fc.string(), (scope) => {
        target(scope);
      }),
    );
  });
});
