import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { der as makeDer } from "../../../main/signing/asn1/der.ts";
import { openSigned, readIdentity, signContent } from "../../../main/signing/index.ts";
import { assertProperty } from "../../support/assert-property.ts";
import {
  describeWithOpenssl,
  makeCertificate,
  makeFamily,
  makeP12,
  opensslSign,
  openWorkshop,
  randomPassphrase,
  type Workshop,
} from "./support/openssl.ts";
import { profileBytes } from "./support/profile.ts";

let workshop: Workshop;
let trusted: readonly Uint8Array[];
let der: Uint8Array;
let ber: Uint8Array;

beforeAll(async () => {
  workshop = openWorkshop();
  makeFamily(workshop);
  trusted = [workshop.read("root.pem")];
  workshop.write("in", profileBytes);
  ber = opensslSign(workshop, { input: "in", options: ["-nodetach", "-outform", "DER", "-stream"] });
  const source = {
    kind: "pem",
    certificate: workshop.read("chain.pem"),
    key: workshop.read("leaf.key"),
  } as const;
  const identity = await readIdentity(source, null);
  const signed = identity.ok ? await signContent(profileBytes, identity.value) : identity;
  if (!signed.ok) throw new Error(signed.problem.detail);
  der = signed.value.der;
});
afterAll(() => workshop.remove());

/** A change that somebody could make to a file: bytes flipped, cut out, repeated, or put in. */
const change = fc.record({
  kind: fc.constantFrom("flip", "cut", "repeat", "insert", "truncate"),
  at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
  length: fc.integer({ min: 1, max: 40 }),
  value: fc.integer({ min: 1, max: 255 }),
});
type Change = typeof change extends fc.Arbitrary<infer One> ? One : never;

function apply(bytes: Uint8Array, one: Change): Uint8Array {
  const at = Math.floor(one.at * bytes.length);
  const before = bytes.subarray(0, at);
  const piece = bytes.subarray(at, at + one.length);
  const after = bytes.subarray(at + one.length);
  switch (one.kind) {
    case "flip":
      return Uint8Array.from(bytes, (byte, index) => (index === at ? byte ^ one.value : byte));
    case "cut":
      return new Uint8Array(Buffer.concat([before, after]));
    case "repeat":
      return new Uint8Array(Buffer.concat([before, piece, piece, after]));
    case "insert":
      return new Uint8Array(
        Buffer.concat([before, new Uint8Array(one.length).fill(one.value), piece, after]),
      );
    default:
      return before;
  }
}

describeWithOpenssl("a changed file", () => {
  it("never crashes, and where it still counts as valid the content is untouched", async () => {
    for (const original of [der, ber]) {
      await assertProperty(
        fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
          const changed = changes.reduce(apply, original);
          const result = await openSigned(changed, { trusted });
          if (!result.ok) expect(result.problem.fix).not.toBe("");
          // Bytes that carry no meaning may change: the form of a length, an unsigned list, what follows the file.
          if (result.ok && result.value?.signature.status === "valid") {
            expect(Buffer.compare(result.value.content, profileBytes)).toBe(0);
          }
        }),
        "dear",
      );
    }
  });

  it("is not valid after any single bit of content, digest, signature or certificate changed", async () => {
    const buffer = Buffer.from(der);
    const content = buffer.indexOf(profileBytes);
    const digest = buffer.indexOf(Buffer.from("06092a864886f70d010904", "hex")) + 15;
    const regions = [
      [content, content + profileBytes.length],
      [digest, digest + 32],
      [der.length - 256, der.length],
    ] as const;
    for (const [from, to] of regions) {
      for (let at = from; at < to; at += 7) {
        const changed = Uint8Array.from(der);
        changed[at] = (changed[at] ?? 0) ^ 0x10;
        const result = await openSigned(changed, { trusted });
        expect(result).toMatchObject({ ok: true, value: { signature: { status: "invalid" } } });
      }
    }
  });
});

describeWithOpenssl("hostile files", () => {
  it("do not take the stack or the time", async () => {
    const signedData = "06092a864886f70d010702";
    const bombs = [
      Buffer.from(`3080${signedData}${"a080".repeat(200_000)}`, "hex"),
      Buffer.from(`3080${signedData}${"3080".repeat(35)}`, "hex"),
      Buffer.concat([
        Buffer.from(`3080${signedData}a0803080020101`, "hex"),
        Buffer.alloc(1_000_000, Buffer.from("3100", "hex")),
      ]),
      Buffer.from(`3084ffffffff${signedData}`, "hex"),
      // Eight million elements would take two gigabytes and a minute and a half.
      Buffer.concat([
        Buffer.from(`3080${signedData}a0803080020101310030803000`, "hex"),
        Buffer.from("00003180", "hex"),
        Buffer.alloc(15_000_000, Buffer.from("0500", "hex")),
      ]),
      deepAttributes(),
    ];
    for (const bomb of bombs) {
      expect(await openSigned(new Uint8Array(bomb))).toMatchObject({
        ok: false,
        problem: { code: "cms-damaged" },
      });
    }
  });

  it("do not make the search for a chain endless", async () => {
    // Two authorities that certified each other fifteen times over: every certificate of one issues every one of the other.
    makeCertificate(workshop, { name: "left", subject: "/CN=Fabrikam Left", kind: "root" });
    makeCertificate(workshop, { name: "right", subject: "/CN=Fabrikam Right", kind: "root" });
    const ring = ["left", "right"].flatMap((name) => {
      const other = name === "left" ? "right" : "left";
      const subject = name === "left" ? "/CN=Fabrikam Left" : "/CN=Fabrikam Right";
      workshop.run("req", "-new", "-key", `${name}.key`, "-subj", subject, "-out", "ring.csr");
      return Array.from({ length: 15 }, (_, index) => {
        const issuer = ["-CA", `${other}.pem`, "-CAkey", `${other}.key`, "-set_serial", String(index + 1)];
        const extensions = ["-extfile", "extensions.cnf", "-extensions", "cross"];
        workshop.run(
          "x509",
          "-req",
          "-in",
          "ring.csr",
          ...issuer,
          "-days",
          "30",
          ...extensions,
          "-out",
          "ring.pem",
        );
        return workshop.read("ring.pem");
      });
    });
    workshop.write("rings.pem", Buffer.concat(ring));
    makeCertificate(workshop, { name: "ringed", subject: "/CN=Fabrikam", kind: "leaf", issuer: "left" });
    const ringed = opensslSign(workshop, { input: "in", by: "ringed", beside: "rings.pem" });
    expect(await openSigned(ringed, { trusted })).toMatchObject({
      value: { signature: { status: "untrusted" } },
    });
  });
});

/** Signed attributes of a thousand levels, each of which would be copied once more. */
function deepAttributes(): Buffer {
  const around = (tag: number, ...parts: readonly Uint8Array[]) => Buffer.from(makeDer(tag, ...parts));
  let deep: Buffer = Buffer.from("0500", "hex");
  for (let level = 0; level < 1000; level += 1) deep = around(0x30, deep);
  const oid = Buffer.from("06092a864886f70d010904", "hex");
  const attributes = around(0xa0, around(0x30, oid, around(0x31, deep)));
  const digest = around(0x30, Buffer.from("0609608648016503040201", "hex"));
  const named = around(0x30, around(0x30), Buffer.from("020101", "hex"));
  const rsa = around(0x30, Buffer.from("06092a864886f70d010101", "hex"));
  const version = Buffer.from("020101", "hex");
  const signer = around(0x30, version, named, digest, attributes, rsa, around(0x04));
  const data = around(0x30, Buffer.from("06092a864886f70d010701", "hex"), around(0xa0, around(0x04)));
  const signedData = around(0x30, version, around(0x31, digest), data, around(0x31, signer));
  return around(0x30, Buffer.from("06092a864886f70d010702", "hex"), around(0xa0, signedData));
}

describeWithOpenssl("a hostile identity file", () => {
  it("is one clear problem, whatever is changed in it", async () => {
    const word = randomPassphrase();
    const p12 = makeP12(workshop, "id.p12", word, ["-iter", "100"]);
    await assertProperty(
      fc.asyncProperty(change, async (one) => {
        const result = await readIdentity({ kind: "p12", bytes: apply(p12, one) }, word);
        if (!result.ok) expect(JSON.stringify(result.problem)).not.toContain(word);
      }),
      "dear",
    );
  });
});
