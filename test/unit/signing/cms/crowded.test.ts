import { expect, it } from "vitest";
import { type BerElement, childrenOf, readElement, tag } from "../../../../main/signing/asn1/ber.ts";
import { der } from "../../../../main/signing/asn1/der.ts";
import { openSigned, readIdentity, signContent } from "../../../../main/signing/index.ts";
import { throwawayIdentity } from "../../../support/throwaway-identity.ts";

async function signed(): Promise<Uint8Array> {
  const { certificate, key } = throwawayIdentity("Contoso Profiles");
  const source = { kind: "pem", certificate: Buffer.from(certificate), key: Buffer.from(key) } as const;
  const identity = await readIdentity(source, null);
  if (!identity.ok) throw new Error(identity.problem.detail);
  const made = await signContent(Buffer.from("<plist><dict/></plist>"), identity.value);
  if (!made.ok) throw new Error(made.problem.detail);
  return made.value.der;
}

/** The file with what is inside one part of its SignedData so many times over. */
function repeated(file: Uint8Array, part: "certificates" | "signers", times: number): Uint8Array {
  const [type, wrapped] = childrenOf(readElement(file));
  if (type === undefined || wrapped === undefined) throw new Error("This is no signed file.");
  const parts = childrenOf(readElement(wrapped.content));
  const isPart = (one: BerElement, index: number) =>
    part === "certificates" ? one.tag === tag.context(0) : index === parts.length - 1;
  const changed = parts.map((one, index) =>
    isPart(one, index) ? der(one.tag, ...Array.from({ length: times }, () => one.content)) : one.whole,
  );
  return der(tag.sequence, type.whole, der(wrapped.tag, der(tag.sequence, ...changed)));
}

it.each([
  ["certificates", 200],
  ["signers", 50],
] as const)(
  "attack: a signed file with thousands of %s is refused before they are checked",
  async (part, most) => {
    const file = await signed();
    expect((await openSigned(repeated(file, part, 3))).ok).toBe(true);
    expect(await openSigned(repeated(file, part, 3000))).toMatchObject({
      ok: false,
      problem: {
        code: "cms-damaged",
        detail: expect.stringContaining(`it carries more than ${most} ${part}`),
      },
    });
  },
);
