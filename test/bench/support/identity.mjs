import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { workFolder } from "./product.mjs";

/** A self-signed RSA-2048 identity, made by openssl for this run; null where there is no openssl. */
export function makeIdentity() {
  const folder = workFolder();
  const files = { certificate: join(folder, "certificate.pem"), key: join(folder, "key.pem") };
  const request = [
    "req",
    "-x509",
    "-newkey",
    "rsa:2048",
    "-nodes",
    "-subj",
    "/CN=Contoso Bench",
    "-days",
    "2",
  ];
  const made = spawnSync("openssl", [...request, "-keyout", files.key, "-out", files.certificate], {
    stdio: "ignore",
  });
  if (made.status !== 0) return null;
  return {
    folder,
    files,
    source: { kind: "pem", certificate: readFileSync(files.certificate), key: readFileSync(files.key) },
  };
}
