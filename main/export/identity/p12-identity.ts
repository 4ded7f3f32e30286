import { PFX } from "pkijs";
import type { Problem, Result } from "../../core/problem.ts";
import { fail } from "../../core/problem.ts";
import { assembleIdentity } from "./assemble-identity.ts";
import {
  incompleteIdentity,
  passphraseNeeded,
  unreadableIdentity,
  unsupportedIdentity,
  wrongPassphrase,
} from "./identity-problems.ts";
import type { P12Opening } from "./p12-contents.ts";
import { openLegacyP12 } from "./p12-legacy.ts";
import { openModernP12 } from "./p12-modern.ts";
import { isLegacyP12, mostRounds, statedRounds } from "./p12-work.ts";
import type { SigningIdentity } from "./signing-identity.ts";

const what = "The .p12 file";

/**
 * Reads an identity from a PKCS#12 file (RFC 7292). Files with PBES2 encryption are opened with pkijs; files with the
 * RC2 and triple-DES encryption that Keychain Access writes are opened with node-forge, because neither WebCrypto nor
 * OpenSSL 3 still decrypts those.
 */
export async function readP12Identity(
  bytes: Uint8Array,
  passphrase: string | null,
): Promise<Result<SigningIdentity>> {
  const pfx = parsePfx(bytes);
  if (pfx === null) return fail(unreadableIdentity(what, "Its content is not PKCS#12."));
  const rounds = Math.max(statedRounds(bytes), pfx.macData?.iterations ?? 0);
  if (rounds > mostRounds)
    return fail(unsupportedIdentity(what, `It asks for ${rounds} rounds of hashing to open.`));
  const word = passphrase ?? "";
  const opening = isLegacyP12(bytes) ? await openLegacyP12(bytes, pfx, word) : await openModernP12(pfx, word);
  if (!opening.ok) return fail(closedProblem(opening, passphrase));
  const { keys, certificates } = opening.contents;
  const key = keys.find((one) => certificates.some((candidate) => candidate.checkPrivateKey(one))) ?? keys[0];
  if (key === undefined) {
    return fail(incompleteIdentity("The .p12 file holds a certificate, but no private key."));
  }
  return assembleIdentity(key, certificates);
}

function parsePfx(bytes: Uint8Array): PFX | null {
  try {
    return PFX.fromBER(new Uint8Array(bytes));
  } catch {
    return null;
  }
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
