import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readProfile, testSettings } from "../../../main/core/profile/index.ts";
import { runOidc, runRopg } from "../../../main/login/index.ts";
import { sampleFolder } from "../../support/samples.ts";
import { realContext } from "../login/context.ts";
import { person } from "../login/support.ts";
import { need, start } from "./support.ts";

const folder = sampleFolder("profiles");
const there = folder !== null;
const file = (domain: string) =>
  join(folder ?? "", `jamf_jamfconnect__configurations_v2.X_Azure_AD_${domain}.plist`);

function settings(domain: "com.jamf.connect" | "com.jamf.connect.login") {
  const document = need(readProfile(readFileSync(file(domain)), { fileName: `${domain}.plist` }));
  return need(testSettings(document, domain === "com.jamf.connect" ? "menu-bar" : "login"));
}

/** What an admin does first: puts in the id of the own app registration, which no practice tenant has. */
function withOwnClient(domain: Parameters<typeof settings>[0]) {
  const sample = settings(domain);
  const clientId = { value: "0f0f0f0f-1111-4222-8333-44445555dddd", domain, keyPath: null };
  return { ...sample, clientId };
}

describe("Jamf's own Entra sample", () => {
  test("as it is, both sign-ins are refused, because its client id was never replaced", async () => {
    if (!there) return;
    const practice = await start("no-mfa");
    const [account] = practice.description.accounts;
    const who = { username: account?.username ?? "", password: account?.password ?? "" };
    const check = await runRopg(
      { settings: settings("com.jamf.connect"), ...who },
      realContext({ authority: practice.authority }),
    );
    const login = await runOidc(
      {
        settings: settings("com.jamf.connect.login"),
        loginHint: null,
        via: "browser",
        signIn: person(practice),
      },
      realContext({ authority: practice.authority }),
    );
    for (const result of [check, login]) {
      expect(result).toMatchObject({ outcome: "misconfigured", error: { code: 700016 } });
      expect(result.findings.map(({ rule }) => rule)).toContain("sample-client-id");
    }
  });
  test.each([
    ["all-cloud-apps-mfa", true, "password-correct", 50076],
    ["all-cloud-apps-mfa", false, "password-wrong", 50126],
    ["no-mfa", true, "succeeded", undefined],
  ])("password check under %s, right password %s: %s", async (scenario, right, outcome, code) => {
    if (!there) return;
    const practice = await start(scenario);
    const [account] = practice.description.accounts;
    const password = right ? (account?.password ?? "") : "not-this-one";
    const result = await runRopg(
      { settings: withOwnClient("com.jamf.connect"), username: account?.username ?? "", password },
      realContext({ authority: practice.authority }),
    );
    expect(result).toMatchObject({ outcome, jamfConnect: { accepts: right } });
    expect(result.error?.code).toBe(code);
  });

  test("login through the sign-in page ends with a valid ID token for that client id", async () => {
    if (!there) return;
    const practice = await start("all-cloud-apps-mfa");
    const sample = withOwnClient("com.jamf.connect.login");
    const result = await runOidc(
      { settings: sample, loginHint: null, via: "browser", signIn: person(practice) },
      realContext({ authority: practice.authority }),
    );
    expect(result.outcome).toBe("succeeded");
    expect(result.tokens.id).toMatchObject({ signature: "valid", claims: { aud: sample.clientId.value } });
  });
});
