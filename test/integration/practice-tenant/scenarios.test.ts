import { afterAll, describe, expect, test } from "vitest";
import { runOidc, runRopg, type SignIn } from "../../../main/login/index.ts";
import { listScenarios, type PracticeTenant } from "../../../main/practice-tenant/index.ts";
import { realContext } from "../login/context.ts";
import { checkSettings, loginSettings, person } from "../login/support.ts";
import { start } from "./support.ts";

const required = [
  "no-mfa",
  "per-user-mfa",
  "security-defaults",
  "mfa-not-registered",
  "all-cloud-apps-mfa",
  "authentication-strength",
  "external-mfa",
  "terms-of-use",
  "report-only",
  "custom-scope-2023-legacy",
  "custom-scope-2023-enforced",
  "api-excluded-legacy",
  "api-excluded",
  "two-apis",
  "placeholder",
  "security-attribute-on-client",
  "security-attribute-on-api",
  "nothing-set-up",
  "compliant-device",
  "compliant-device-in-browsers",
  "hybrid-join",
  "device-not-compliant",
  "device-not-proven",
  "blocked-location",
  "blocked-country",
  "user-risk",
  "public-client-off",
  "client-secret-needed",
  "no-redirect-uri",
  "wrong-redirect-uri",
  "consent-missing",
  "api-app-missing",
  "v1-without-resource",
  "password-expired",
  "locked-out",
  "malicious-ip",
  "disabled",
  "guest",
  "federated-no-hash-sync",
  "federated-hash-sync",
  "pass-through",
  "groups-overage",
  "no-admin-role",
  "outage",
];

/** What both sign-ins of `accounts[0]` end with, run by the product from the scenario's own profile. */
async function runBoth(practice: PracticeTenant) {
  let loginMfa = false;
  const signIn: SignIn = async (request) => {
    const ended = await person(practice)(request);
    loginMfa = ended.kind === "callback" && ended.secondFactorSeen === true;
    return ended;
  };
  const login = await runOidc(
    { settings: loginSettings(practice), loginHint: null, via: "browser", signIn },
    realContext(),
  );
  const { username = "", password = "" } = practice.description.accounts[0] ?? {};
  const check = await runRopg({ settings: checkSettings(practice), username, password }, realContext());
  return { login, loginMfa, check };
}

describe("scenarios", () => {
  const rows: string[] = [];
  afterAll(() =>
    console.log(["scenario | login expected / observed | check expected / observed", ...rows].join("\n")),
  );

  test("every situation has one, with two lines of story", () => {
    const list = listScenarios();
    expect(list.map((scenario) => scenario.name).sort()).toEqual([...required].sort());
    for (const scenario of list) expect(scenario.story.split("\n"), scenario.name).toHaveLength(2);
  });

  test.each(listScenarios().map((scenario) => [scenario.name, scenario] as const))(
    "%s",
    async (name, scenario) => {
      const { expected } = scenario;
      const { login, loginMfa, check } = await runBoth(await start(name));
      const observed = {
        login: login.outcome,
        loginCode: login.error?.code ?? null,
        loginMfa,
        check: check.outcome,
        checkCode: check.error?.code ?? null,
        // 50158 stands for a second factor elsewhere as well as for terms of use: the code alone cannot tell.
        checkMfa:
          check.error?.code === 50158 ? expected.checkMfa : [50076, 50079].includes(check.error?.code ?? 0),
      };
      const cell = (outcome: string, code: number | null, mfa: boolean) =>
        `${outcome}${code === null ? "" : ` ${code}`}${mfa ? " mfa" : ""}`;
      rows.push(
        [
          name,
          `${cell(expected.login, expected.loginCode, expected.loginMfa)} / ${cell(observed.login, observed.loginCode, observed.loginMfa)}`,
          `${cell(expected.check, expected.checkCode, expected.checkMfa)} / ${cell(observed.check, observed.checkCode, observed.checkMfa)}`,
        ].join(" | "),
      );
      expect(observed).toEqual(expected);
      expect(check.signInLog.errorCode).toBe(expected.checkCode ?? 0);
      if (expected.checkMfa) expect(check.factor).toBe("multi");
      if (expected.loginMfa && login.outcome === "succeeded") expect(login.factor).toBe("multi");
    },
  );
});
