import { describe, expect, it } from "vitest";
import { signInSummary } from "../../../../../../renderer/screens/logins/pair/sign-in-summary.ts";
import { buildLoginResult, succeeded } from "../../../../../support/login-result.ts";

const step = { id: "request", title: "Request", status: "ok", ms: 40 } as const;

describe("signInSummary", () => {
  it("shows the scopes that were asked for, whatever a masked request still says", () => {
    const request = { line: "POST https://a.example/token", headers: {}, body: "scope=masked" };
    const result = buildLoginResult({
      asked: { scopes: ["api://x/y", "openid"] },
      steps: [{ ...step, request }],
    });
    expect(signInSummary(result).scopes).toEqual(["api://x/y", "openid"]);
  });

  it("names the resource from the token, else from the error, else from what was asked", () => {
    const claims = { aud: "api://x" };
    const token = { claims, header: {}, signature: "valid", checks: [], problems: [] } as const;
    expect(signInSummary(buildLoginResult({ tokens: { access: token } })).resource).toEqual({
      id: "api://x",
      name: null,
      from: "aud",
    });
    const id = "00000002-0000-0000-c000-000000000000";
    const error = { code: 50076, oauthError: "invalid_grant", description: "…", resource: id };
    expect(signInSummary(buildLoginResult({ error })).resource).toEqual({
      id,
      name: "Windows Azure Active Directory",
      from: "error",
    });
    const asked = { resource: "api://y" };
    expect(signInSummary(buildLoginResult({ asked })).resource).toEqual({
      id: "api://y",
      name: null,
      from: "asked",
    });
    expect(signInSummary(buildLoginResult({ error: null })).resource).toBeNull();
  });

  it("takes the name of an app of the tenant from the prediction, where both mean the same app", () => {
    const access = (aud: string) =>
      ({ claims: { aud }, header: {}, signature: "unchecked", checks: [], problems: [] }) as const;
    const prediction = (id: string) =>
      ({
        mfa: "no",
        blocked: "no",
        text: "",
        policies: [],
        resource: { id, name: "Jamf Connect Check" },
      }) as const;
    const named = (aud: string, id: string) =>
      signInSummary(buildLoginResult({ tokens: { access: access(aud) }, prediction: prediction(id) }))
        .resource?.name;
    expect(named("api://5e21c7f0-aa", "5E21C7F0-AA")).toBe("Jamf Connect Check");
  });

  it("tells what policies judge from what the token is for", () => {
    const access = { claims: { aud: "https://graph.microsoft.com" }, header: {} };
    const judged = { id: "00000002-0000-0000-c000-000000000000", name: "Windows Azure Active Directory" };
    const result = buildLoginResult({
      kind: "oidc",
      outcome: "succeeded",
      tokens: { access: { ...access, signature: "unchecked", checks: [], problems: [] } },
      prediction: { mfa: "yes", blocked: "no", text: "", policies: [], resource: judged },
    });
    expect(signInSummary(result).resource).toEqual({ ...judged, from: "policies", token: "Microsoft Graph" });
  });

  it("says which methods a token lists, how long it took and how long the token is good for", () => {
    const claims = { amr: ["pwd", "mfa"], iat: 1000, exp: 4600 };
    const tokens = { access: { claims, header: {}, signature: "valid", checks: [], problems: [] } } as const;
    const login = succeeded("oidc", { factor: "multi", tokens });
    expect(signInSummary(login).notes).toEqual(["amr pwd, mfa", "signed in, token 60 min"]);
    const check = succeeded("ropg", { factor: "single", steps: [step] });
    expect(signInSummary(check).notes).toEqual(["signed in, 40 ms"]);
  });

  it("calls a check without second factor clean, and a login without one worth a look", () => {
    expect(signInSummary(succeeded("ropg", { factor: "single" })).answer).toBe("Clean");
    const login = { kind: "oidc", outcome: "succeeded" } as const;
    expect(signInSummary(buildLoginResult({ ...login, factor: "single" }))).toMatchObject({
      answer: "No MFA",
      tone: "warn",
    });
    expect(signInSummary(buildLoginResult({ ...login, factor: "multi" }))).toMatchObject({ tone: "mfa" });
    expect(signInSummary(buildLoginResult({ ...login, factor: "unknown" }))).toMatchObject({
      answer: "Signed in",
      notes: ["which factors is not proven"],
    });
  });

  it("does not call it refused where there was no answer", () => {
    const none = { error: null, jamfConnect: { accepts: false, certainty: "inferred", why: "" } } as const;
    expect(signInSummary(buildLoginResult({ ...none, outcome: "cancelled" }))).toMatchObject({
      answer: "Stopped",
      notes: ["no answer"],
      tone: "mute",
    });
    expect(signInSummary(buildLoginResult({ ...none, outcome: "unreachable" }))).toMatchObject({
      answer: "Not reached",
      tone: "mute",
    });
    const outage = { code: 90033, oauthError: "temporarily_unavailable", description: "" };
    expect(signInSummary(buildLoginResult({ ...none, outcome: "unreachable", error: outage })).answer).toBe(
      "90033",
    );
  });
});
