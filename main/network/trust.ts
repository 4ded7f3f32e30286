import { readFile } from "node:fs/promises";
import * as tls from "node:tls";

/** Where Linux distributions keep the certificates that the machine trusts (Debian, Red Hat, SUSE, Alpine). */
const bundles = [
  "/etc/ssl/certs/ca-certificates.crt",
  "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem",
  "/etc/ssl/ca-bundle.pem",
  "/etc/ssl/cert.pem",
];

/**
 * The certificates that a run trusts beside Node's own, in PEM: those of the platform (the keychains on a Mac and the store of
 * Windows from Node 22.15 on, the bundle file on Linux) and of `SSL_CERT_FILE`. `NODE_EXTRA_CA_CERTS` is read by Node itself.
 * Empty when there is nothing to add.
 */
export async function platformCertificates(
  environment: Readonly<Record<string, string | undefined>>,
): Promise<readonly string[]> {
  const named = environment["SSL_CERT_FILE"];
  const files = named === undefined || named === "" ? bundles : [named];
  const system = systemStore();
  if (system.length > 0 && named === undefined) return system;
  for (const file of files) {
    const text = await readFile(file, "latin1").catch(() => "");
    const certificates = text.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g);
    if (certificates !== null) return [...system, ...certificates];
  }
  return system;
}

/** Node's default trust with the platform's added, for `tls.connect({ ca })`; null when Node's default is enough. */
export async function trustedCertificates(
  environment: Readonly<Record<string, string | undefined>>,
): Promise<string[] | null> {
  const extra = await platformCertificates(environment);
  if (extra.length === 0) return null;
  const own = await readFile(environment["NODE_EXTRA_CA_CERTS"] ?? "", "latin1").catch(() => "");
  return [...tls.rootCertificates, ...extra, ...(own === "" ? [] : [own])];
}

/** `tls.getCACertificates` came with Node 22.15; the types here are those of Node 20. */
function systemStore(): readonly string[] {
  if (!("getCACertificates" in tls) || typeof tls.getCACertificates !== "function") return [];
  const found: unknown = tls.getCACertificates("system");
  return Array.isArray(found) ? found.filter((pem) => typeof pem === "string") : [];
}
