import { createHook } from "node:async_hooks";
import { Buffer } from "node:buffer";
import { describe, expect, it } from "vitest";
import { startWork } from "../../../../main/signing/identity/work.ts";
import { readIdentity } from "../../../../main/signing/index.ts";
import { throwawayIdentity } from "../../../support/throwaway-identity.ts";
import {
  encryptedPem,
  integer,
  octets,
  oid,
  p12WithCheck,
  pbes2,
  pbkdf2,
  scrypt,
  sequence,
} from "../support/locked-keys.ts";

const identity = throwawayIdentity("Contoso Profiles");

function open(key: string) {
  return readIdentity(
    { kind: "pem", certificate: Buffer.from(identity.certificate), key: Buffer.from(key) },
    "open sesame",
  );
}

const muchRefused = { ok: false, problem: { code: "identity-unsupported" } };

describe("a key that costs too much to open", () => {
  it.each([
    ["2^31 rounds", pbkdf2(2 ** 31 - 1)],
    ["2^40 rounds", pbkdf2(2 ** 40)],
    ["one round more than the limit", pbkdf2(2_000_001)],
    ["4 GB of scrypt", scrypt(2 ** 22, 8, 1)],
    ["a million passes of scrypt", scrypt(2 ** 14, 8, 1_000_000)],
    ["scrypt blocks of 1 GB", scrypt(2, 2 ** 23, 1)],
  ])("attack: a PEM key that asks for %s is refused before it is opened", async (_, derivation) => {
    expect(await open(encryptedPem(pbes2(derivation)))).toMatchObject(muchRefused);
  });

  it("a PEM key under the other label that asks for 2^31 rounds is refused before it is opened", async () => {
    const key = encryptedPem(pbes2(pbkdf2(2 ** 31 - 1)), "PRIVATE KEY");
    expect(await open(key)).toMatchObject(muchRefused);
  });

  it("attack: a PEM key that asks for 2^31 rounds of the PKCS#12 method is refused before it is opened", async () => {
    const tripleDes = sequence(oid("1.2.840.113549.1.12.1.3"), sequence(octets(8), integer(2 ** 31 - 1)));
    expect(await open(encryptedPem(tripleDes))).toMatchObject({
      problem: { ...muchRefused.problem, detail: "It asks for 2147483647 rounds of hashing to open." },
    });
  });

  it("attack: a PEM key that asks for 2^31 rounds of PBES1 is refused before it is opened", async () => {
    const md5Des = sequence(oid("1.2.840.113549.1.5.3"), sequence(octets(8), integer(2 ** 31 - 1)));
    expect(await open(encryptedPem(md5Des))).toMatchObject(muchRefused);
  });

  it("attack: 40,000 keys that begin and never end are one clear problem at once", async () => {
    const key = "-----BEGIN PRIVATE KEY-----\n".repeat(40_000);
    expect(await open(key)).toMatchObject({ ok: false, problem: { code: "identity-incomplete" } });
  });

  it("a .p12 with an integrity check of a megabyte is refused without making one", async () => {
    const bytes = p12WithCheck(2_000_000, 1_000_000);
    expect(await readIdentity({ kind: "p12", bytes }, "open sesame")).toMatchObject({
      ok: false,
      problem: { code: "wrong-passphrase" },
    });
  });

  it("attack: parts that ask for too many rounds together are refused, whatever each asks for", () => {
    const work = startWork();
    for (let part = 0; part < 3; part += 1) work.rounds(2_000_000);
    expect(() => work.rounds(1)).toThrow("It asks for 6000001 rounds of hashing to open.");
  });
});

/** How many jobs of PBKDF2 were done by another thread: only these call back. */
async function jobsBeside(work: () => Promise<unknown>): Promise<number> {
  const jobs = new Set<number>();
  let calledBack = 0;
  const hook = createHook({
    init: (id, type) => {
      if (type === "PBKDF2REQUEST") jobs.add(id);
    },
    before: (id) => {
      if (jobs.has(id)) calledBack += 1;
    },
  }).enable();
  await work();
  hook.disable();
  return calledBack;
}

/** How often others got their turn meanwhile. */
async function turnsDuring(work: () => Promise<unknown>): Promise<number> {
  let turns = 0;
  let goesOn = true;
  const turn = () => {
    turns += 1;
    if (goesOn) setImmediate(turn);
  };
  setImmediate(turn);
  await work();
  goesOn = false;
  return turns;
}

describe("a locked key that takes its time", () => {
  const opened = (key: string) => async () =>
    expect(await open(key)).toMatchObject({ problem: { code: "wrong-passphrase" } });

  it("is opened by another thread where there is a library for it", async () => {
    expect(await jobsBeside(opened(encryptedPem(pbes2(pbkdf2(50_000)))))).toBe(1);
  });

  it("lets others get their turn where there is none", async () => {
    const tripleDes = sequence(oid("1.2.840.113549.1.12.1.3"), sequence(octets(8), integer(30_000)));
    // Two parts of the key and one of the vector, each of 30,000 rounds with a turn every 4,000.
    expect(await turnsDuring(opened(encryptedPem(tripleDes)))).toBeGreaterThanOrEqual(3 * 7);
  });
});
