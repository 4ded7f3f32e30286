import { X509Certificate } from "node:crypto";
import { createRemoteJWKSet, decodeProtectedHeader, importX509, jwtVerify } from "jose";
import { expect, test } from "vitest";
import { passwordForm, postToken, startWithOwnKeys } from "./support.ts";

test("jose follows a key rollover: tokens of the old and of the new key verify", async () => {
  const practice = await startWithOwnKeys("no-mfa");
  const keys = createRemoteJWKSet(new URL(`${practice.authority}/discovery/v2.0/keys`), {
    cooldownDuration: 0,
  });
  const token = async () => String((await postToken(practice, passwordForm(practice))).body["id_token"]);
  const old = await token();
  await jwtVerify(old, keys);
  practice.rollKeys();
  const fresh = await token();
  expect(decodeProtectedHeader(fresh).kid).not.toBe(decodeProtectedHeader(old).kid);
  await jwtVerify(fresh, keys);
  await jwtVerify(old, keys);
});

test("each key comes with its certificate, is named by its thumbprint, and verifies through it", async () => {
  const practice = await startWithOwnKeys("no-mfa");
  const response = await fetch(`${practice.authority}/discovery/v2.0/keys`);
  const { keys } = await response.json();
  const [key] = keys;
  expect(key).toMatchObject({ kty: "RSA", use: "sig", e: "AQAB", issuer: `${practice.authority}/v2.0` });
  const certificate = new X509Certificate(Buffer.from(key.x5c[0], "base64"));
  const thumbprint = Buffer.from(certificate.fingerprint.replaceAll(":", ""), "hex").toString("base64url");
  expect([key.kid, key.x5t]).toEqual([thumbprint, thumbprint]);
  const { body } = await postToken(practice, passwordForm(practice));
  await jwtVerify(String(body["id_token"]), await importX509(certificate.toString(), "RS256"));
});

test("two tenants never share a key", async () => {
  const [one, other] = [await startWithOwnKeys("no-mfa"), await startWithOwnKeys("no-mfa")];
  const { body } = await postToken(one, passwordForm(one));
  const foreign = createRemoteJWKSet(new URL(`${other.authority}/discovery/v2.0/keys`));
  await expect(jwtVerify(String(body["id_token"]), foreign)).rejects.toThrow();
});
