import { X509Certificate } from "node:crypto";
import type { Problem, Result } from "../../core/problem.ts";
import { fail, succeed } from "../../core/problem.ts";
import { appleRootCertificate } from "./apple-root.ts";
import { carriedCertificates } from "./signed-data.ts";

const pemCertificate =
  /-----BEGIN (?:TRUSTED |X509 )?CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END (?:TRUSTED |X509 )?CERTIFICATE-----/g;

/**
 * Reads certificates from PEM (one or several, with or without text between them), from one DER certificate, or from a PKCS #7 file
 * that carries certificates (`.p7b`, `.p7c`; RFC 5652 §5.1 without signers) in DER or PEM, under the label of certificates too.
 *
 * @param what names the file in the problem, such as "the CA file"
 */
export function readCertificates(bytes: Uint8Array, what: string): Result<readonly X509Certificate[]> {
  try {
    const carried = carriedCertificates(bytes);
    if (carried !== null)
      return carried.length > 0
        ? succeed(carried)
        : fail(noCertificate(what, "the PKCS #7 file carries none"));
    if (bytes[0] === 0x30) return succeed([new X509Certificate(bytes)]);
    const text = Buffer.from(bytes).toString("latin1");
    const found = text.match(pemCertificate) ?? [];
    if (found.length === 0) return fail(noCertificate(what, "no PEM block CERTIFICATE was found"));
    return succeed(found.flatMap((pem) => carriedCertificates(insideOf(pem)) ?? [new X509Certificate(pem)]));
  } catch {
    return fail(noCertificate(what, "a certificate in it is damaged"));
  }
}

function insideOf(pem: string): Uint8Array {
  return Buffer.from(pem.slice(pem.indexOf("\n"), pem.lastIndexOf("-----END")), "base64");
}

/** The certificates of PEM text that can be read; of a keychain with thousands one that cannot says nothing about the others. */
export function readableCertificates(text: string): readonly X509Certificate[] {
  return (text.match(pemCertificate) ?? []).flatMap((pem) => {
    try {
      return [new X509Certificate(pem)];
    } catch {
      return [];
    }
  });
}

function noCertificate(what: string, seen: string): Problem {
  return {
    code: "certificate-unreadable",
    title: `No certificate can be read from ${what}.`,
    detail: `Expected PEM or DER; ${seen}.`,
    fix: "Give a file with -----BEGIN CERTIFICATE-----, for example exported from Keychain Access as PEM, or a .p7b file.",
  };
}

/** Reads every certificate of every given file. */
export function readTrusted(files: readonly Uint8Array[]): Result<readonly X509Certificate[]> {
  const all: X509Certificate[] = [];
  for (const file of files) {
    const read = readCertificates(file, "the file with trusted certificates");
    if (!read.ok) return read;
    all.push(...read.value);
  }
  return succeed(all);
}

/**
 * The roots that count when the caller names none: Apple's root, which every Mac trusts, and the public roots that Node
 * carries (Mozilla's list). What an administrator installed on a Mac is not known here; such a chain is `untrusted`
 * until its root is given.
 *
 * @param issuers DER names that the certificates at hand name as issuers; only roots of these names are returned, since
 *   reading all of them takes longer than everything else
 */
export async function builtInRoots(issuers: readonly Uint8Array[]): Promise<readonly X509Certificate[]> {
  const { rootCertificates } = await import("node:tls");
  const names = issuers.map((name) => Buffer.from(name));
  return [appleRootCertificate, ...rootCertificates].flatMap((pem) => {
    const der = Buffer.from(pem.slice(pem.indexOf("\n"), pem.lastIndexOf("\n")), "base64");
    return names.some((name) => der.includes(name)) ? [new X509Certificate(der)] : [];
  });
}
