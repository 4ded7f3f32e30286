import type { Result } from "../core/problem.ts";
import { succeed } from "../core/problem.ts";
import { cmsKind, withoutArmour } from "./cms/cms-envelope.ts";
import type { IdentitySource, SigningIdentity } from "./identity/signing-identity.ts";
import type { KeychainIdentities } from "./keychain/list-identities.ts";
import type { KeychainPorts } from "./keychain/security-tool.ts";
import type { SignedContent } from "./sign/sign-content.ts";
import type { OpenedSigned, SignatureReport, TrustOptions } from "./signature-report.ts";

export type { IdentitySource, SigningIdentity } from "./identity/signing-identity.ts";
export type { KeychainIdentities, KeychainIdentity } from "./keychain/list-identities.ts";
export type { KeychainPorts, SecurityAnswer } from "./keychain/security-tool.ts";
export type { SignedContent } from "./sign/sign-content.ts";
export type {
  OpenedSigned,
  SignatureReport,
  SignatureStatus,
  Signer,
  TrustOptions,
} from "./signature-report.ts";

// The ASN.1 libraries take longer to load than most commands take to run: they are loaded when a file needs them.

/**
 * Takes the signature off a signed profile and says what it is worth. The bytes inside are handed out untouched.
 *
 * @param bytes a file in DER, BER or PEM; recognized by structure
 * @returns null when the file is not CMS; problems `cms-damaged`, `cms-detached`, `cms-not-signed`,
 *   `certificate-unreadable` (of `trusted`)
 */
export async function openSigned(
  bytes: Uint8Array,
  options: TrustOptions = {},
): Promise<Result<OpenedSigned | null>> {
  if (cmsKind(withoutArmour(bytes)) === "none") return succeed(null);
  const { openCms } = await import("./cms/open-signed.ts");
  return openCms(bytes, options);
}

/** The report of {@link openSigned} alone; null when the file is not CMS. */
export async function verifySignature(
  bytes: Uint8Array,
  options: TrustOptions = {},
): Promise<Result<SignatureReport | null>> {
  const opened = await openSigned(bytes, options);
  if (!opened.ok) return opened;
  return succeed(opened.value === null ? null : opened.value.signature);
}

/**
 * Reads a certificate with its private key and its chain from a `.p12` or from PEM files.
 *
 * @param passphrase null when none was given; an empty one is tried then
 * @returns problems `passphrase-needed` (ask and call again), `wrong-passphrase`, `identity-unreadable`,
 *   `identity-unsupported`, `identity-incomplete`, `key-mismatch`, `certificate-unreadable`
 */
export async function readIdentity(
  source: IdentitySource,
  passphrase: string | null,
): Promise<Result<SigningIdentity>> {
  const { readIdentitySource } = await import("./identity/read-identity.ts");
  return readIdentitySource(source, passphrase);
}

/**
 * Signs the bytes as they are and verifies the result before it returns.
 *
 * @param options.now the signing time; now unless told
 * @returns the signed file (CMS SignedData, attached, DER); problems `nothing-to-sign`,
 *   `certificate-expired`, `signature-not-verified`
 */
export async function signContent(
  content: Uint8Array,
  identity: SigningIdentity,
  options: { readonly now?: Date } = {},
): Promise<Result<SignedContent>> {
  const { signAndVerify } = await import("./sign/sign-content.ts");
  return signAndVerify(content, identity, options.now ?? new Date());
}

/**
 * Signs with an identity of the macOS keychain and verifies the result before it returns. The key stays in the keychain.
 *
 * @param sha1 fingerprint of the certificate, 40 hexadecimal digits; colons and blanks are ignored
 * @param ports the machine, or what a test puts in its place
 * @returns problems `wrong-call`, `keychain-not-here` (not a Mac), `keychain-identity-not-found`, `keychain-failed`,
 *   `certificate-expired`, `signature-not-verified` (for example: macOS signed with another certificate of the same name)
 */
export async function signWithKeychain(
  content: Uint8Array,
  sha1: string,
  options: { readonly ports?: KeychainPorts; readonly now?: Date } = {},
): Promise<Result<SignedContent>> {
  const { signFromKeychain } = await import("./keychain/sign-with-keychain.ts");
  const { machineKeychain } = await import("./keychain/security-tool.ts");
  return signFromKeychain(content, sha1, options.ports ?? machineKeychain(), options.now ?? new Date());
}

/**
 * The identities that the macOS keychain can sign with. Nothing is unlocked and no key is touched.
 *
 * @param ports the machine, or what a test puts in its place
 * @returns problems `keychain-not-here` (not a Mac), `keychain-failed`
 */
export async function keychainIdentities(ports?: KeychainPorts): Promise<Result<KeychainIdentities>> {
  const { listIdentities } = await import("./keychain/list-identities.ts");
  const { machineKeychain } = await import("./keychain/security-tool.ts");
  return listIdentities(ports ?? machineKeychain());
}
