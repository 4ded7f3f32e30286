import { expect, test } from "vitest";
import { graphClient, itemsOf } from "./graph-client.ts";
import { passwordForm, postToken, start } from "./support.ts";

test("what was detected of people at risk names their sign-ins that met MFA, in Graph's own shape; only to who may read it", async () => {
  const practice = await start("user-risk", (tenant) => ({
    ...tenant,
    users: tenant.users.map((user) => ({ ...user, riskDetections: ["leakedCredentials"] })),
  }));
  const check = await postToken(practice, passwordForm(practice));
  await postToken(practice, passwordForm(practice, { password: "wrong" }));
  const reader = await graphClient(practice, ["IdentityRiskEvent.Read.All"], 1);
  const path = "v1.0/identityProtection/riskDetections";
  const [signIn, leak, ...more] = itemsOf(await reader("GET", path));
  expect(more).toEqual([]);
  const documented =
    "activity activityDateTime additionalInfo correlationId detectedDateTime detectionTimingType id ipAddress lastUpdatedDateTime location requestId riskDetail riskEventType riskLevel riskState source tokenIssuerType userDisplayName userId userPrincipalName";
  for (const found of [signIn, leak]) {
    expect(Object.keys(found ?? {}).sort()).toEqual(documented.split(" "));
    expect(found).toMatchObject({
      userPrincipalName: "robin@contoso.example",
      riskState: "atRisk",
      riskLevel: "high",
    });
  }
  expect(signIn).toMatchObject({
    requestId: check.body["trace_id"],
    correlationId: check.body["correlation_id"],
    riskEventType: "unfamiliarFeatures",
    activity: "signin",
  });
  expect(leak).toMatchObject({ requestId: null, correlationId: null, riskEventType: "leakedCredentials" });
  const of = async (id: unknown) =>
    itemsOf(
      await reader("GET", `${path}?$filter=${encodeURIComponent(`(userId eq '${id}' or userId eq 'x')`)}`),
    );
  expect([(await of(signIn?.["userId"])).length, (await of("y")).length]).toEqual([2, 0]);
  const other = await graphClient(practice, ["IdentityRiskyUser.Read.All"], 1);
  expect((await other("GET", path)).status).toBe(403);
});
