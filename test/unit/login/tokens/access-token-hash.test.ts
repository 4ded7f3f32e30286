import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { checkAccessTokenHash } from "../../../../main/login/tokens/access-token-hash.ts";

/** Access token and hash of OpenID Connect Core, appendix A.3. */
const published = {
  accessToken: "jHkWEdUXMU1BwAsC4vtUsZwnNvTIxEl0z9K3vx5KF0Y",
  hash: "77QmUPtjPfzWtF2AnpK9RQ",
};

test("the example of the specification passes", async () => {
  const check = await checkAccessTokenHash({ at_hash: published.hash }, "RS256", published.accessToken);
  expect(check).toMatchObject({ outcome: "passed", detail: expect.stringContaining("SHA-256") });
});

test.each([
  ["PS384", "sha384"],
  ["ES512", "sha512"],
  ["EdDSA", "sha512"],
])("%s takes %s", async (alg, hash) => {
  const digest = createHash(hash).update("token").digest();
  const half = digest.subarray(0, digest.length / 2).toString("base64url");
  expect(await checkAccessTokenHash({ at_hash: half }, alg, "token")).toMatchObject({ outcome: "passed" });
});

test.each([
  ["of another token", published.hash, "another-token"],
  ["as the whole digest", createHash("sha256").update("token").digest("base64url"), "token"],
  ["that is no text", 7, "token"],
  ["that is null", null, "token"],
])("a hash %s fails", async (_name, hash, accessToken) => {
  expect(await checkAccessTokenHash({ at_hash: hash }, "RS256", accessToken)).toMatchObject({
    outcome: "failed",
    finding: "id-token-at-hash",
  });
});

test.each([
  ["the token carries none", {}, "RS256", "token"],
  ["no access token came", { at_hash: "x" }, "RS256", undefined],
  ["the ID token is not signed", { at_hash: "x" }, "none", "token"],
  ["the algorithm has the name of an object's member", { at_hash: "x" }, "constructor", "token"],
])("is not made where %s", async (_name, claims, alg, accessToken) => {
  expect(await checkAccessTokenHash(claims, alg, accessToken)).toMatchObject({ outcome: "not-made" });
});
