import { afterAll, beforeAll, expect, it } from "vitest";
import {
  type IdentitySource,
  readIdentity,
  signContent,
  verifySignature,
} from "../../../main/signing/index.ts";
import {
  describeWithOpenssl,
  makeCertificate,
  makeFamily,
  makeP12,
  opensslVerify,
  openWorkshop,
  randomPassphrase,
  type Workshop,
} from "./support/openssl.ts";
import { profileBytes } from "./support/profile.ts";

let workshop: Workshop;
const passphrase = randomPassphrase();

beforeAll(() => {
  workshop = openWorkshop();
  makeFamily(workshop);
  workshop.write("issuers.pem", Buffer.concat([workshop.read("issuing.pem"), workshop.read("root.pem")]));
});
afterAll(() => workshop.remove());

function p12(name: string, word: string, ...options: readonly string[]): IdentitySource {
  return { kind: "p12", bytes: makeP12(workshop, name, word, ["-certfile", "issuers.pem", ...options]) };
}

/**
 * A file that asks for 2,000,001 rounds of hashing. openssl would take seconds to make one, so it makes one of 100,001 rounds,
 * and the number in it is changed: whoever reads the file must stop before anything that depends on it.
 */
function slowP12(...options: readonly string[]): IdentitySource {
  const bytes = Buffer.from(makeP12(workshop, "slow.p12", passphrase, [...options, "-iter", "100001"]));
  const [before, after] = [Buffer.from("02030186a1", "hex"), Buffer.from("02031e8481", "hex")];
  let found = 0;
  for (let at = bytes.indexOf(before); at >= 0; at = bytes.indexOf(before, at + 1)) {
    after.copy(bytes, at);
    found += 1;
  }
  if (found === 0) throw new Error("The number of rounds was not found in the file.");
  return { kind: "p12", bytes: new Uint8Array(bytes) };
}

function pem(certificate: string, key: string): IdentitySource {
  return { kind: "pem", certificate: workshop.read(certificate), key: workshop.read(key) };
}

/** Reads the identity, signs with it, and has openssl accept the result: the key is really the right one. */
async function expectUsable(source: IdentitySource, word: string | null): Promise<void> {
  const identity = await readIdentity(source, word);
  if (!identity.ok) throw new Error(`${identity.problem.code}: ${identity.problem.detail}`);
  expect(identity.value.certificate.subject).toBe("O=Contoso\nCN=Contoso Profiles");
  expect(identity.value.chain.map((one) => one.subject)).toEqual(["O=Contoso\nCN=Contoso Issuing"]);
  const signed = await signContent(profileBytes, identity.value);
  if (!signed.ok) throw new Error(signed.problem.detail);
  const trusted = [workshop.read("root.pem")];
  expect(await verifySignature(signed.value.der, { trusted })).toMatchObject({ value: { status: "valid" } });
}

const aes: readonly string[] = [];
const tripleDes = ["-keypbe", "PBE-SHA1-3DES", "-certpbe", "PBE-SHA1-3DES", "-macalg", "sha1"];
const legacy = ["-legacy"];

describeWithOpenssl("a .p12 file", () => {
  it("opens with AES-256", async () => expectUsable(p12("aes.p12", passphrase, ...aes), passphrase));
  it("opens with triple DES", async () =>
    expectUsable(p12("3des.p12", passphrase, ...tripleDes), passphrase));
  it("opens as Keychain Access writes it, with RC2", async () => {
    expect(
      workshop.attempt("list", "-providers", "-provider", "legacy").ok,
      "openssl has its legacy provider",
    ).toBe(true);
    await expectUsable(p12("rc2.p12", passphrase, ...legacy), passphrase);
  });
  it("opens with a passphrase beyond ASCII", async () => {
    await expectUsable(p12("umlaut.p12", "Schlüssel-東京", ...aes), "Schlüssel-東京");
    await expectUsable(p12("umlaut-3des.p12", "Schlüssel-東京", ...tripleDes), "Schlüssel-東京");
  });
  it("opens with an empty passphrase, given or not", async () => {
    const source = p12("empty.p12", "", ...aes);
    await expectUsable(source, "");
    await expectUsable(source, null);
    await expectUsable(p12("empty-3des.p12", "", ...tripleDes), null);
  });
  it("opens without encryption and without integrity check", async () => {
    await expectUsable(p12("plain.p12", passphrase, "-keypbe", "NONE", "-certpbe", "NONE", "-nomac"), null);
  });

  for (const [name, options] of Object.entries({ aes, tripleDes })) {
    it(`says when the passphrase is wrong or missing: ${name}`, async () => {
      const source = p12("locked.p12", passphrase, ...options);
      expect(await readIdentity(source, randomPassphrase())).toMatchObject({
        problem: { code: "wrong-passphrase" },
      });
      expect(await readIdentity(source, "")).toMatchObject({ problem: { code: "wrong-passphrase" } });
      expect(await readIdentity(source, null)).toMatchObject({ problem: { code: "passphrase-needed" } });
    });
  }

  it("is refused without a private key", async () => {
    workshop.run(
      "pkcs12",
      "-export",
      "-nokeys",
      "-in",
      "leaf.pem",
      "-passout",
      `pass:${passphrase}`,
      "-out",
      "nokey.p12",
    );
    const source: IdentitySource = { kind: "p12", bytes: workshop.read("nokey.p12") };
    expect(await readIdentity(source, passphrase)).toMatchObject({
      problem: { code: "identity-incomplete" },
    });
  });

  it("is refused when it asks for more hashing than any honest file", async () => {
    for (const options of [
      [...aes, "-nomac"],
      [...tripleDes, "-nomac"],
      ["-keypbe", "NONE", "-certpbe", "NONE"],
    ]) {
      const source = slowP12(...options);
      expect(await readIdentity(source, passphrase), options.join(" ")).toMatchObject({
        problem: { code: "identity-unsupported", detail: expect.stringContaining("2000001 rounds") },
      });
    }
  });

  it("says when the passphrase is right and the encryption is not known", async () => {
    const camellia = ["-keypbe", "camellia-256-cbc", "-certpbe", "camellia-256-cbc"];
    const source = p12("camellia.p12", passphrase, ...camellia);
    expect(await readIdentity(source, passphrase)).toMatchObject({
      problem: { code: "identity-unsupported" },
    });
    expect(await readIdentity(source, randomPassphrase())).toMatchObject({
      problem: { code: "wrong-passphrase" },
    });
  });

  it("is refused when it is something else", async () => {
    for (const bytes of [
      new Uint8Array(),
      profileBytes,
      workshop.read("leaf.pem"),
      Uint8Array.of(0x30, 0x80, 0, 0),
    ]) {
      expect(await readIdentity({ kind: "p12", bytes }, passphrase)).toMatchObject({
        problem: { code: "identity-unreadable" },
      });
    }
  });
});

describeWithOpenssl("PEM files", () => {
  it("open with a PKCS#8 key", async () => expectUsable(pem("chain.pem", "leaf.key"), null));
  it("open with a PKCS#1 key", async () => {
    workshop.run("rsa", "-in", "leaf.key", "-traditional", "-out", "pkcs1.key");
    await expectUsable(pem("chain.pem", "pkcs1.key"), null);
  });
  it("open with encrypted keys of both forms", async () => {
    workshop.run(
      "pkcs8",
      "-topk8",
      "-in",
      "leaf.key",
      "-passout",
      `pass:${passphrase}`,
      "-out",
      "pkcs8-encrypted.key",
    );
    const traditional = [
      "rsa",
      "-in",
      "leaf.key",
      "-traditional",
      "-aes256",
      "-passout",
      `pass:${passphrase}`,
    ];
    workshop.run(...traditional, "-out", "pkcs1-encrypted.key");
    for (const key of ["pkcs8-encrypted.key", "pkcs1-encrypted.key"]) {
      await expectUsable(pem("chain.pem", key), passphrase);
      expect(await readIdentity(pem("chain.pem", key), randomPassphrase())).toMatchObject({
        problem: { code: "wrong-passphrase" },
      });
      expect(await readIdentity(pem("chain.pem", key), null)).toMatchObject({
        problem: { code: "passphrase-needed" },
      });
    }
  });
  it("say so of each of 800 wrong passphrases: one in 256 decrypts the old form to garbage without a complaint", async () => {
    const old = ["rsa", "-traditional", "-aes256", "-in", "leaf.key", "-passout", `pass:${passphrase}`];
    workshop.run(...old, "-out", "chance.key");
    const source = pem("chain.pem", "chance.key");
    const codes = new Set<string>();
    for (let tried = 0; tried < 800; tried += 1) {
      const read = await readIdentity(source, `wrong ${tried}`);
      codes.add(read.ok ? "opened" : read.problem.code);
    }
    expect([...codes]).toEqual(["wrong-passphrase"]);
  });
  it("take the chain in any order and leave the root out", async () => {
    workshop.write(
      "shuffled.pem",
      Buffer.concat([workshop.read("root.pem"), workshop.read("leaf.pem"), workshop.read("issuing.pem")]),
    );
    await expectUsable(pem("shuffled.pem", "leaf.key"), null);
  });
  it("are refused when key and certificate belong to different identities", async () => {
    makeCertificate(workshop, { name: "other", subject: "/CN=Fabrikam", kind: "leaf" });
    expect(await readIdentity(pem("leaf.pem", "other.key"), null)).toMatchObject({
      problem: { code: "key-mismatch" },
    });
  });
  it("are refused with a key too weak for macOS", async () => {
    const key = ["-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:1024"];
    makeCertificate(workshop, { name: "weak", subject: "/CN=Fabrikam", kind: "leaf", key });
    expect(await readIdentity(pem("weak.pem", "weak.key"), null)).toMatchObject({
      problem: { code: "identity-unsupported" },
    });
  });
  it("are refused when a file is not what it is given for", async () => {
    expect(await readIdentity(pem("leaf.key", "leaf.key"), null)).toMatchObject({
      problem: { code: "certificate-unreadable" },
    });
    expect(await readIdentity(pem("leaf.pem", "leaf.pem"), null)).toMatchObject({
      problem: { code: "identity-incomplete" },
    });
  });
  it("never repeat the passphrase or the key in a problem", async () => {
    const problem = JSON.stringify(
      await readIdentity(pem("chain.pem", "pkcs8-encrypted.key"), `${passphrase}-wrong`),
    );
    expect(problem).not.toContain(passphrase);
    expect(problem).not.toContain("PRIVATE KEY-----");
  });
});

describeWithOpenssl("an EC identity", () => {
  for (const curve of ["P-256", "P-384", "P-521"]) {
    it(`signs with ${curve}`, async () => {
      const key = ["-algorithm", "EC", "-pkeyopt", `ec_paramgen_curve:${curve}`];
      makeCertificate(workshop, {
        name: curve,
        subject: "/CN=Contoso Curve",
        kind: "leaf",
        issuer: "issuing",
        key,
      });
      workshop.run(
        "pkcs12",
        "-export",
        "-inkey",
        `${curve}.key`,
        "-in",
        `${curve}.pem`,
        "-certfile",
        "issuers.pem",
        ...tripleDes,
        "-passout",
        `pass:${passphrase}`,
        "-out",
        "ec.p12",
      );
      for (const source of [
        pem(`${curve}.pem`, `${curve}.key`),
        { kind: "p12" as const, bytes: workshop.read("ec.p12") },
      ]) {
        const identity = await readIdentity(source, passphrase);
        if (!identity.ok) throw new Error(`${identity.problem.code}: ${identity.problem.detail}`);
        const signed = await signContent(profileBytes, identity.value);
        if (!signed.ok) throw new Error(signed.problem.detail);
        workshop.write("ec.mobileconfig", signed.value.der);
        expect(opensslVerify(workshop, "ec.mobileconfig", "issuers.pem").output.equals(profileBytes)).toBe(
          true,
        );
      }
    });
  }
});
