import { describe, expect, test } from "vitest";
import { graphClient, itemsOf } from "./graph-client.ts";
import { authorizeUrl, passwordForm, postToken, signIn, start } from "./support.ts";

describe("sign-in log", () => {
  test("a password check that met MFA leaves the row by which admins tell a right password", async () => {
    const practice = await start("api-excluded");
    const id = "0f0f0f0f-1111-4222-8333-444455556666";
    await postToken(practice, passwordForm(practice), { headers: { "client-request-id": id } });
    await postToken(practice, passwordForm(practice, { password: "Typed-Secret-9" }));
    await postToken(practice, passwordForm(practice, { username: "typed-name@contoso.example" }));
    await signIn(practice, authorizeUrl(practice));
    const api = practice.description.apiScope ?? "";
    const own = await postToken(practice, passwordForm(practice, { scope: api }));
    expect(own.status).toBe(200);
    practice.update({ policyStates: { "1a7c4e00-0000-4000-8000-000000ca0001": "disabled" } });
    const reader = await graphClient(practice, ["AuditLog.Read.All"]);
    const rows = itemsOf(await reader("GET", "beta/auditLogs/signIns?$top=50")).toReversed();
    const [mfa, wrong, unknown, interrupted, login, clean] = rows;
    expect(mfa).toMatchObject({
      correlationId: id,
      status: { errorCode: 50076 },
      authenticationProtocol: "ropc",
      authenticationRequirement: "multiFactorAuthentication",
      conditionalAccessStatus: "failure",
      conditionalAccessAudiences: ["00000002-0000-0000-c000-000000000000"],
      appliedConditionalAccessPolicies: [
        { displayName: "CA001 Require MFA for all users", result: "failure", enforcedGrantControls: ["Mfa"] },
      ],
    });
    expect(mfa?.["authenticationDetails"]).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          authenticationStepResultDetail: "User did not pass the MFA challenge (non interactive).",
        }),
      ]),
    );
    expect(wrong).toMatchObject({
      status: { errorCode: 50126 },
      authenticationRequirement: "singleFactorAuthentication",
    });
    expect(unknown).toMatchObject({ status: { errorCode: 50034 }, userPrincipalName: "" });
    expect(interrupted).toMatchObject({ status: { errorCode: 50074 }, authenticationProtocol: "none" });
    expect(login).toMatchObject({
      status: { errorCode: 0 },
      conditionalAccessStatus: "success",
      isInteractive: true,
    });
    expect(clean).toMatchObject({
      status: { errorCode: 0 },
      resourceDisplayName: "Jamf Connect - Conditional Access Policy API",
    });
    expect(JSON.stringify(rows)).not.toMatch(/Typed-Secret-9|typed-name/);
  });

  test("report-only says what would have happened, and counts for nothing", async () => {
    const practice = await start("report-only");
    await postToken(practice, passwordForm(practice));
    const reader = await graphClient(practice, ["AuditLog.Read.All"]);
    const row = itemsOf(await reader("GET", "beta/auditLogs/signIns")).at(-1);
    expect(row).toMatchObject({
      conditionalAccessStatus: "notApplied",
      authenticationRequirement: "singleFactorAuthentication",
      appliedConditionalAccessPolicies: [{ result: "reportOnlyInterrupted", enforcedGrantControls: ["Mfa"] }],
    });
  });

  test("v1.0 is thin and has interactive events only", async () => {
    const practice = await start("no-mfa");
    const first = await postToken(practice, passwordForm(practice, { scope: "openid offline_access" }));
    await postToken(practice, {
      grant_type: "refresh_token",
      client_id: practice.description.clientId,
      refresh_token: String(first.body["refresh_token"]),
    });
    const reader = await graphClient(practice, ["AuditLog.Read.All"]);
    const thin = itemsOf(await reader("GET", "v1.0/auditLogs/signIns"));
    expect(thin).toHaveLength(2);
    for (const member of [
      "authenticationDetails",
      "authenticationRequirement",
      "authenticationProtocol",
      "signInEventTypes",
    ]) {
      expect(thin[0]).not.toHaveProperty(member);
    }
    const filter = "$filter=signInEventTypes/any(t: t eq 'nonInteractiveUser')";
    const refreshes = itemsOf(await reader("GET", `beta/auditLogs/signIns?${filter}`));
    expect(refreshes).toMatchObject([{ incomingTokenType: "refreshToken", isInteractive: false }]);
  });
});
