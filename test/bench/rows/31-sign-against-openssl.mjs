import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { importBundled } from "../support/bundle.mjs";
import { makeIdentity } from "../support/identity.mjs";
import { largestProfile } from "../support/product.mjs";
import { inTurns } from "../support/timing.mjs";

export const row = {
  what: "CMS signature RSA-2048 SHA-256, checked",
  against: "spawning openssl cms -sign",
  aim: { ratio: 0.4 },
  missing: () => (makeIdentity() === null ? "openssl is not installed" : null),
  measure: async () => {
    const { source, files, folder } = makeIdentity();
    const { readIdentity, signContent } = await importBundled("main/signing/index.ts");
    const identity = await readIdentity(source, null);
    const path = largestProfile();
    const content = readFileSync(path);
    const signer = ["-signer", files.certificate, "-inkey", files.key];
    const call = [
      "cms",
      "-sign",
      "-binary",
      "-nodetach",
      "-in",
      path,
      ...signer,
      "-outform",
      "DER",
      "-out",
      join(folder, "out"),
    ];
    return inTurns(
      31,
      () => signContent(content, identity.value),
      () => execFileSync("openssl", call, { stdio: "ignore" }),
    );
  },
};
