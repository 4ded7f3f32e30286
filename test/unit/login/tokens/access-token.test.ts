import * as jose from "jose";
import { beforeAll, expect, test } from "vitest";
import { reportAccessToken } from "../../../../main/login/tokens/access-token.ts";

let key: jose.CryptoKey;
let keys: jose.JSONWebKeySet;
beforeAll(async () => {
  const pair = await jose.generateKeyPair("RS256");
  key = pair.privateKey;
  keys = { keys: [{ ...(await jose.exportJWK(pair.publicKey)), kid: "k", alg: "RS256", use: "sig" }] };
});

function token(claims: jose.JWTPayload, header: object = {}): Promise<string> {
  return new jose.SignJWT({ exp: 1_795_704_084, ...claims })
    .setProtectedHeader({ alg: "RS256", kid: "k", ...header })
    .sign(key);
}

const outcomes = (report: Awaited<ReturnType<typeof reportAccessToken>>) =>
  report?.checks.map(({ id, outcome }) => `${id} ${outcome}`);

test("a token for an API of the tenant is verified; audience and times are for that API", async () => {
  const report = await reportAccessToken(await token({ aud: "api://check" }), keys);
  expect(report).toMatchObject({ signature: "valid", problems: [] });
  expect(outcomes(report)).toEqual([
    "algorithm passed",
    "signature passed",
    "audience not-made",
    "times not-made",
  ]);
  expect(report?.checks[2]?.detail).toBe('aud is "api://check". The API that it is for has to check it.');
  expect(report?.checks[3]?.detail).toContain("Valid until 2026-11-26 14:41:24 UTC.");
});

test.each([
  ["00000003-0000-0000-c000-000000000000", {}, "Only Microsoft Graph can check it."],
  ["https://graph.microsoft.com/", {}, "Only Microsoft Graph can check it."],
  ["https://graph.windows.net", {}, "Only Windows Azure Active Directory can check it."],
  ["api://other", { nonce: "n" }, "Only the API that it is for can check it."],
])("a token for %s with header %j is opaque", async (aud, header, why) => {
  const report = await reportAccessToken(await token({ aud }, header), keys);
  expect(report).toMatchObject({ signature: "unchecked", problems: [] });
  expect(report?.checks[1]).toMatchObject({ outcome: "not-made", detail: expect.stringContaining(why) });
});

test("without keys nothing is verified, and it says so", async () => {
  const report = await reportAccessToken(await token({ aud: "api://check" }), null);
  expect(report?.signature).toBe("unchecked");
  expect(report?.checks[1]?.detail).toBe("The provider's keys were not read in this run.");
});

test("a wrong signature is a problem of the token", async () => {
  const [header, claims] = (await token({ aud: "api://check" })).split(".");
  const forged = `${header}.${claims}.${Buffer.from("x".repeat(256)).toString("base64url")}`;
  expect(await reportAccessToken(forged, keys)).toMatchObject({
    signature: "invalid",
    problems: ["The signature of the token is wrong."],
  });
});

test.each([["opaque"], [7], [undefined]])("%j is no token to read", async (value) => {
  expect(await reportAccessToken(value, keys)).toBeNull();
});
