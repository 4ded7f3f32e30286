import type { Result } from "../../core/problem.ts";
import { fail, succeed } from "../../core/problem.ts";
import { describeCertificate } from "../cms/describe-certificate.ts";
import { readableCertificates } from "../cms/trust-anchors.ts";
import type { Signer } from "../signature-report.ts";
import { identitiesNotListed, keychainNotHere } from "./keychain-problems.ts";
import type { KeychainPorts } from "./security-tool.ts";

/** A certificate in the keychain whose private key is there too. */
export type KeychainIdentity = {
  /** By what `security` and {@link signFromKeychain} name it: 40 hexadecimal digits in capitals. */
  readonly sha1: string;
  /** The certificate in words. */
  readonly signer: Signer;
  /** What macOS holds against it, such as `CSSMERR_TP_CERT_EXPIRED`; null where nothing. */
  readonly mark: string | null;
};

export type KeychainIdentities = {
  /** Each once, in the order of macOS, however many keychains hold it. */
  readonly identities: readonly KeychainIdentity[];
  /** How many more macOS names whose certificates it does not hand out, such as those of a smart card. */
  readonly unread: number;
};

/**
 * Lists the identities of the keychain, expired and distrusted ones among them. What stands in quotes is a name that anybody could
 * have chosen, so only digits and mark are taken from the list, and the names from the certificates themselves.
 */
export async function listIdentities(ports: KeychainPorts): Promise<Result<KeychainIdentities>> {
  if (ports.platform !== "darwin") return fail(keychainNotHere());
  const listed = await ports.runSecurity(["find-identity", "-p", "basic"]);
  if (listed.exitCode !== 0) return fail(identitiesNotListed(listed.stderr));
  const marks = marksOf(listed.stdout);
  if (marks.size === 0) return succeed({ identities: [], unread: 0 });
  const held = await ports.runSecurity(["find-certificate", "-a", "-p"]);
  if (held.exitCode !== 0) return fail(identitiesNotListed(held.stderr));
  const certificates = new Map(
    readableCertificates(held.stdout).map((one) => [one.fingerprint.replaceAll(":", ""), one]),
  );
  const identities = [...marks].flatMap(([sha1, mark]): readonly KeychainIdentity[] => {
    const certificate = certificates.get(sha1);
    return certificate === undefined ? [] : [{ sha1, signer: describeCertificate(certificate), mark }];
  });
  return succeed({ identities, unread: marks.size - identities.length });
}

/** `  2) 7C0B… "Contoso Signing" (CSSMERR_TP_CERT_EXPIRED)`: the tool lists all of them, and after that the valid ones again. */
const identityLine = /^ *\d+\) ([0-9A-F]{40}) "(.*)$/gmu;
const markAtEnd = /" \((CSSMERR_[A-Z0-9_]+)\)\s*$/u;

/** What is held against each, by its SHA-1. */
function marksOf(list: string): ReadonlyMap<string, string | null> {
  const marks = new Map<string, string | null>();
  for (const [, sha1 = "", rest = ""] of list.matchAll(identityLine))
    if (!marks.has(sha1)) marks.set(sha1, markAtEnd.exec(rest)?.[1] ?? null);
  return marks;
}
