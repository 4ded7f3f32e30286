import * as jose from "jose";
import { beforeAll, expect, test } from "vitest";
import { checkSignature } from "../../../../main/login/tokens/signature.ts";

let token: string;
let keys: jose.JSONWebKeySet;
let others: jose.JSONWebKeySet;
beforeAll(async () => {
  const pair = await jose.generateKeyPair("ES256");
  keys = { keys: [{ ...(await jose.exportJWK(pair.publicKey)), kid: "k" }] };
  others = {
    keys: [{ ...(await jose.exportJWK((await jose.generateKeyPair("ES256")).publicKey)), kid: "k" }],
  };
  token = await new jose.SignJWT({}).setProtectedHeader({ alg: "ES256", kid: "k" }).sign(pair.privateKey);
});

test("algorithm and signature pass, each with what it rests on", async () => {
  expect(await checkSignature(token, "ES256", keys)).toEqual([
    {
      id: "algorithm",
      title: "Algorithm",
      outcome: "passed",
      detail: "ES256, whose signatures only the provider can make.",
    },
    {
      id: "signature",
      title: "Signature",
      outcome: "passed",
      detail: "It fits a key of the provider's key set.",
    },
  ]);
});

test.each([["none"], ["NONE"], [undefined], ["HS256"]])(
  "after the algorithm %s nothing is verified",
  async (alg) => {
    const [algorithm, signature] = await checkSignature(token, alg, keys);
    expect(algorithm?.outcome).toBe("failed");
    expect(signature?.outcome).toBe("not-made");
  },
);

test("a key of another provider, no key set and no address of one fail the signature alone", async () => {
  for (const [given, finding] of [
    [others, "id-token-signature"],
    [{ keys: [] }, "id-token-unknown-key"],
    [{}, "keys-unusable"],
    [null, "keys-missing"],
  ] as const) {
    const [algorithm, signature] = await checkSignature(token, "ES256", given);
    expect(algorithm?.outcome).toBe("passed");
    expect(signature).toMatchObject({ outcome: "failed", finding });
  }
});
