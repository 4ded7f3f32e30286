import { execFileSync } from "node:child_process";
import { generateKeyPairSync, randomBytes } from "node:crypto";
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
  /** An RSA key of 2048 bits as PEM: another one for every name of this workshop, but workshops share them. */
  readonly rsaKey: (name: string) => string;
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

/** Making a key takes longer than all that is done with it, so the keys of this process are kept. */
const rsaKeys: string[] = [];

function rsaKeyAt(index: number): string {
  const key =
    rsaKeys[index] ??
    generateKeyPairSync("rsa", {
      modulusLength: 2048,
      privateKeyEncoding: { type: "pkcs8", format: "pem" },
      publicKeyEncoding: { type: "spki", format: "pem" },
    }).privateKey;
  rsaKeys[index] = key;
  return key;
}

export function openWorkshop(): Workshop {
  const folder = mkdtempSync(join(tmpdir(), "latchkey-export-"));
  const names: string[] = [];
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
    rsaKey: (name) => {
      if (!names.includes(name)) names.push(name);
      return rsaKeyAt(names.indexOf(name));
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
[strange]
basicConstraints = CA:false
keyUsage = critical, digitalSignature
1.2.3.4 = critical, ASN1:NULL
[narrow]
basicConstraints = critical, CA:true
keyUsage = critical, keyCertSign, cRLSign
subjectKeyIdentifier = hash
nameConstraints = critical, permitted;DNS:contoso.com
`;

/**
 * `bare` has no key usage: only its basic constraints say that it is no authority. `cross` may issue authorities, `issuing` may not.
 * `strange` has a critical extension that nobody knows, `narrow` may certify some names only.
 */
type Kind = "root" | "issuing" | "cross" | "leaf" | "bare" | "strange" | "narrow";

/** How to make one certificate; `NAME.pem` and `NAME.key` appear in the workshop. */
export type CertificateOrder = {
  readonly name: string;
  readonly subject: string;
  readonly kind: Kind;
  /** Name of the issuer's order; itself when left out. */
  readonly issuer?: string;
  readonly key?: readonly string[];
  /** What its issuer signs it with: `-sha256` unless told. */
  readonly digest?: string;
  /** Days from now; a negative number makes a certificate that expired then. */
  readonly days?: number;
};

export function makeCertificate(workshop: Workshop, order: CertificateOrder): void {
  const { name, subject, kind, issuer } = order;
  workshop.write("extensions.cnf", extensions);
  if (order.key === undefined) workshop.write(`${name}.key`, workshop.rsaKey(name));
  else workshop.run("genpkey", ...order.key, "-out", `${name}.key`);
  workshop.run("req", "-new", "-utf8", "-key", `${name}.key`, "-subj", subject, "-out", `${name}.csr`);
  const signer =
    issuer === undefined ? ["-signkey", `${name}.key`] : ["-CA", `${issuer}.pem`, "-CAkey", `${issuer}.key`];
  workshop.run(
    ...[
      "x509",
      "-req",
      "-in",
      `${name}.csr`,
      ...signer,
      "-days",
      String(order.days ?? 30),
      order.digest ?? "-sha256",
    ],
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

let family: ReadonlyMap<string, Uint8Array> | null = null;
const familyFiles = ["root", "issuing", "leaf"].flatMap((name) => [`${name}.key`, `${name}.pem`]);

/**
 * Root, issuing authority and a leaf below it, the way a company signs its profiles, in `NAME.pem` and `NAME.key`; the three
 * certificates stand in `chain.pem` too. Made once in a process, so it has to be the first thing that a workshop makes.
 */
export function makeFamily(workshop: Workshop): void {
  family ??= newFamily(workshop);
  for (const [file, content] of family) workshop.write(file, content);
  for (const name of ["root", "issuing", "leaf"]) workshop.rsaKey(name);
  workshop.write("extensions.cnf", extensions);
  workshop.write(
    "chain.pem",
    Buffer.concat([workshop.read("leaf.pem"), workshop.read("issuing.pem"), workshop.read("root.pem")]),
  );
}

function newFamily(workshop: Workshop): ReadonlyMap<string, Uint8Array> {
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
  return new Map(familyFiles.map((file) => [file, workshop.read(file)]));
}

/** How the real openssl signs; what is left out is what most tests want. */
export type OpensslOrder = {
  /** File of the workshop that is signed. */
  readonly input: string;
  /** Name of the signer's order. */
  readonly by?: string;
  /** File with the certificates that are put in beside the signer's; null for none. */
  readonly beside?: string | null;
  /** Where the content goes (`-nodetach`), which form comes out and whatever else openssl takes. */
  readonly options?: readonly string[];
};

/** Signs a file with the real openssl; by default with the content inside, as DER, with the issuing certificate. */
export function opensslSign(workshop: Workshop, order: OpensslOrder): Uint8Array {
  const { input, by = "leaf", beside = "issuing.pem", options = ["-nodetach", "-outform", "DER"] } = order;
  const signer = ["-signer", `${by}.pem`, "-inkey", `${by}.key`];
  const others = beside === null ? [] : ["-certfile", beside];
  workshop.run("cms", "-sign", "-binary", "-in", input, ...signer, ...others, ...options, "-out", "signed");
  return workshop.read("signed");
}

/** Adds a signer to a file that is signed already. */
export function opensslSignAgain(workshop: Workshop, signed: Uint8Array, by: string): Uint8Array {
  workshop.write("once", signed);
  const signer = ["-signer", `${by}.pem`, "-inkey", `${by}.key`];
  workshop.run(
    "cms",
    "-resign",
    "-binary",
    ...["-inform", "DER", "-in", "once"],
    ...signer,
    ...["-outform", "DER", "-out", "twice"],
  );
  return workshop.read("twice");
}

/** What openssl makes of a signed file: whether it takes the signature, and the content. */
export function opensslVerify(workshop: Workshop, file: string, trusted: string) {
  return workshop.attempt("cms", "-verify", "-binary", "-inform", "DER", "-in", file, "-CAfile", trusted);
}

/** Makes `NAME` a PKCS#12 file of the leaf with its key, and returns it. */
export function makeP12(
  workshop: Workshop,
  name: string,
  word: string,
  options: readonly string[],
): Uint8Array {
  const identity = ["-inkey", "leaf.key", "-in", "leaf.pem"];
  workshop.run("pkcs12", "-export", ...identity, ...options, "-passout", `pass:${word}`, "-out", name);
  return workshop.read(name);
}
