import { createPrivateKey, sign } from "node:crypto";
import { readFileSync } from "node:fs";
import { importBundled } from "../support/bundle.mjs";
import { makeIdentity } from "../support/identity.mjs";
import { largestProfile } from "../support/product.mjs";
import { inTurns } from "../support/timing.mjs";

/** The whole of `signContent`: signature, and the check of the result that follows every signature. */
export const row = {
  what: "CMS signature RSA-2048 SHA-256, checked",
  against: "bare crypto.sign",
  aim: { ratio: 4 },
  missing: () => (makeIdentity() === null ? "openssl is not installed" : null),
  measure: async () => {
    const { source } = makeIdentity();
    const { readIdentity, signContent } = await importBundled("main/signing/index.ts");
    const identity = await readIdentity(source, null);
    const content = readFileSync(largestProfile());
    const key = createPrivateKey(source.key);
    const ours = async () => {
      const signed = await signContent(content, identity.value);
      if (!signed.ok) throw new Error(signed.problem.detail);
    };
    const bare = () => sign("sha256", content, key);
    await inTurns(30, ours, bare);
    return inTurns(201, ours, bare);
  },
};
