import type { Result } from "../../core/problem.ts";
import { readP12Identity } from "./p12-identity.ts";
import { readPemIdentity } from "./pem-identity.ts";
import type { IdentitySource, SigningIdentity } from "./signing-identity.ts";

/** Reads an identity; the contract is `readIdentity` in `../index.ts`. */
export async function readIdentitySource(
  source: IdentitySource,
  passphrase: string | null,
): Promise<Result<SigningIdentity>> {
  return source.kind === "p12"
    ? readP12Identity(source.bytes, passphrase)
    : readPemIdentity(source.certificate, source.key, passphrase);
}
