import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe } from "vitest";

/** A private folder in which the real `openssl` makes certificates, keys and signatures for one test file. */
export type Workshop = {
  readonly run: (...args: readonly string[]) => Buffer;
  /** Exit code and output of a call that may fail. */
  readonly attempt: (...args: readonly string[]) => { readonly ok: boolean; readonly output: Buffer };
  readonly path: (name: string) => string;
  readonly read: (name: string) => Uint8Array;
  readonly write: (name: string, content: Uint8Array | string) => string;
  readonly remove: () => void;
};

/** Whether OpenSSL 3 is here. LibreSSL answers to the same name and lacks half of the options. */
function hasOpenssl(): boolean {
  try {
    return execFileSync("openssl", ["version"], { stdio: ["ignore", "pipe", "ignore"] })
      .toString()
      .startsWith("OpenSSL 3");
  } catch {
    return false;
  }
}

const here = hasOpenssl();
if (!here) console.log("OpenSSL 3 is not installed: signatures are not compared with openssl here.");

/** `describe` for tests that need the real openssl. */
export const describeWithOpenssl: (name: string, tests: () => void) => void = describe.runIf(here);

export function openWorkshop(): Workshop {
  const folder = mkdtempSync(join(tmpdir(), "latchkey-export-"));
  const run = (...args: readonly string[]) =>
    execFileSync("openssl", args, { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
  return {
    run,
    attempt: (...args) => {
      try {
        return { ok: true, output: run(...args) };
      } catch {
        return { ok: false, output: Buffer.alloc(0) };
      }
    },
    path: (name) => join(folder, name),
    read: (name) => new Uint8Array(readFileSync(join(folder, name))),
    write: (name, content) => {
      writeFileSync(join(folder, name), content);
      return join(folder, name);
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** A passphrase that exists for one run only. */
export function randomPassphrase(): string {
  return randomBytes(18).toString("base64url");
}

const extensions = `
[root]
basicConstraints = critical, CA:true
keyUsage = critical, keyCertSign, cRLSign
subjectKeyIdentifier = hash
[issuing]
basicConstraints = critical, CA:true, pathlen:0
keyUsage = critical, keyCertSign, cRLSign
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
[cross]
basicConstraints = critical, CA:true
keyUsage = critical, keyCertSign, cRLSign
subjectKeyIdentifier = hash
[leaf]
basicConstraints = CA:false
keyUsage = critical, digitalSignature
extendedKeyUsage = codeSigning, emailProtection
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
[bare]
basicConstraints = CA:false
`;

/** `bare` has no key usage: only its basic constraints say that it is no authority. */
type Kind = "root" | "issuing" | "leaf" | "bare";

/** How to make one certificate; `NAME.pem` and `NAME.key` appear in the workshop. */
export type CertificateOrder = {
  readonly name: string;
  readonly subject: string;
  readonly kind: Kind;
  /** Name of the issuer's order; itself when left out. */
  readonly issuer?: string;
  readonly key?: readonly string[];
  /** Days from now; a negative number makes a certificate that expired then. */
  readonly days?: number;
};

export function makeCertificate(workshop: Workshop, order: CertificateOrder): void {
  const { name, subject, kind, issuer } = order;
  workshop.write("extensions.cnf", extensions);
  workshop.run(
    "genpkey",
    ...(order.key ?? ["-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048"]),
    "-out",
    `${name}.key`,
  );
  workshop.run("req", "-new", "-key", `${name}.key`, "-subj", subject, "-out", `${name}.csr`);
  const signer =
    issuer === undefined ? ["-signkey", `${name}.key`] : ["-CA", `${issuer}.pem`, "-CAkey", `${issuer}.key`];
  workshop.run(
    ...["x509", "-req", "-in", `${name}.csr`, ...signer, "-days", String(order.days ?? 30), "-sha256"],
    ...[
      "-set_serial",
      String(Math.floor(Math.random() * 1e9) + 1),
      "-extfile",
      "extensions.cnf",
      "-extensions",
      kind,
      "-out",
      `${name}.pem`,
    ],
  );
}

/** Root, issuing authority and a leaf below it, the way a company signs its profiles. */
export function makeFamily(workshop: Workshop): void {
  makeCertificate(workshop, { name: "root", subject: "/O=Contoso/CN=Contoso Root", kind: "root" });
  makeCertificate(workshop, {
    name: "issuing",
    subject: "/O=Contoso/CN=Contoso Issuing",
    kind: "issuing",
    issuer: "root",
  });
  makeCertificate(workshop, {
    name: "leaf",
    subject: "/O=Contoso/CN=Contoso Profiles",
    kind: "leaf",
    issuer: "issuing",
  });
  workshop.write(
    "chain.pem",
    Buffer.concat([workshop.read("leaf.pem"), workshop.read("issuing.pem"), workshop.read("root.pem")]),
  );
}
