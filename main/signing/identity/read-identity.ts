import { fail, type Result } from "../../core/problem.ts";
import { readCertificates } from "../cms/trust-anchors.ts";
import { maximumIdentityBytes, mostCertificates } from "../limits.ts";
import { unsupportedIdentity } from "./identity-problems.ts";
import { readP12Identity } from "./p12-identity.ts";
import { readPemIdentity } from "./pem-identity.ts";
import type { IdentitySource, SigningIdentity } from "./signing-identity.ts";

/** Reads an identity; the contract is `readIdentity` in `../index.ts`. */
export async function readIdentitySource(
  source: IdentitySource,
  passphrase: string | null,
): Promise<Result<SigningIdentity>> {
  const beside = readChain(source.chain ?? null);
  if (!beside.ok) return beside;
  return source.kind === "p12"
    ? readP12Identity(source.bytes, beside.value, passphrase)
    : readPemIdentity(source, beside.value, passphrase);
}

function readChain(file: Uint8Array | null): ReturnType<typeof readCertificates> {
  if (file === null) return { ok: true, value: [] };
  const what = "The chain file";
  if (file.length > maximumIdentityBytes)
    return fail(unsupportedIdentity(what, `It has more than ${maximumIdentityBytes / 1024 / 1024} MB.`));
  const read = readCertificates(file, "the chain file");
  if (!read.ok || read.value.length <= mostCertificates) return read;
  const seen = `It holds ${read.value.length} certificates; the limit is ${mostCertificates}.`;
  return fail(unsupportedIdentity(what, seen));
}
