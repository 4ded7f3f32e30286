import type { X509Certificate } from "node:crypto";
import type { Problem, Result } from "../../core/problem.ts";
import { fail } from "../../core/problem.ts";
import { maximumIdentityBytes } from "../limits.ts";
import { assembleIdentity } from "./assemble-identity.ts";
import {
  incompleteIdentity,
  passphraseNeeded,
  unreadableIdentity,
  unsupportedIdentity,
  wrongPassphrase,
} from "./identity-problems.ts";
import { openP12, type P12Contents, type P12Opening } from "./p12-contents.ts";
import { readP12File } from "./p12-file.ts";
import type { SigningIdentity } from "./signing-identity.ts";
import { startWork, TooMuchWork } from "./work.ts";

const what = "The .p12 file";

/**
 * Reads an identity from a PKCS#12 file (RFC 7292), with the encryption of today or of Keychain Access.
 *
 * @param beside certificates of another file, which complete its chain
 */
export async function readP12Identity(
  bytes: Uint8Array,
  beside: readonly X509Certificate[],
  passphrase: string | null,
): Promise<Result<SigningIdentity>> {
  if (bytes.length > maximumIdentityBytes)
    return fail(unsupportedIdentity(what, `It has more than ${maximumIdentityBytes / 1024 / 1024} MB.`));
  const file = readP12File(bytes);
  if (file === null) return fail(unreadableIdentity(what, "Its content is not PKCS#12."));
  try {
    const opening = await openP12(file, passphrase ?? "", startWork());
    return opening.ok ? identityIn(opening.contents, beside) : fail(closedProblem(opening, passphrase));
  } catch (error) {
    if (error instanceof TooMuchWork) return fail(unsupportedIdentity(what, error.message));
    throw error;
  }
}

function identityIn(
  { keys, certificates }: P12Contents,
  beside: readonly X509Certificate[],
): Result<SigningIdentity> {
  const key = keys.find((one) => certificates.some((candidate) => candidate.checkPrivateKey(one))) ?? keys[0];
  if (key === undefined) {
    return fail(incompleteIdentity("The .p12 file holds a certificate, but no private key."));
  }
  return assembleIdentity(key, [...certificates, ...beside], certificates);
}

function closedProblem(
  opening: Extract<P12Opening, { readonly ok: false }>,
  passphrase: string | null,
): Problem {
  if (opening.because === "contents") {
    return unsupportedIdentity(
      what,
      "The passphrase is right, but an encryption or a value inside is not known.",
    );
  }
  return passphrase === null ? passphraseNeeded(what) : wrongPassphrase("the .p12 file");
}
