import { X509Certificate } from "node:crypto";
import type { Problem, Result } from "../../core/problem.ts";
import { fail, succeed } from "../../core/problem.ts";
import { appleRootCertificate } from "./apple-root.ts";

const pemCertificate =
  /-----BEGIN (?:TRUSTED |X509 )?CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END (?:TRUSTED |X509 )?CERTIFICATE-----/g;

/**
 * Reads certificates from PEM (one or several, with or without text between them) or from one DER certificate.
 *
 * @param what names the file in the problem, such as "the CA file"
 */
export function readCertificates(bytes: Uint8Array, what: string): Result<readonly X509Certificate[]> {
  try {
    if (bytes[0] === 0x30) return succeed([new X509Certificate(bytes)]);
    const text = Buffer.from(bytes).toString("latin1");
    const found = text.match(pemCertificate) ?? [];
    if (found.length === 0) return fail(noCertificate(what, "no PEM block CERTIFICATE was found"));
    return succeed(found.map((pem) => new X509Certificate(pem)));
  } catch {
    return fail(noCertificate(what, "a certificate in it is damaged"));
  }
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
    fix: "Give a file with -----BEGIN CERTIFICATE-----, for example exported from Keychain Access as PEM.",
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
