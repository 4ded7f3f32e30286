import { afterAll, beforeAll, expect, it } from "vitest";
import { openSigned, readIdentity, signContent } from "../../main/signing/index.ts";
import {
  describeWithOpenssl,
  makeFamily,
  opensslSign,
  openWorkshop,
  type Workshop,
} from "../integration/signing/support/openssl.ts";
import { profileBytes } from "../integration/signing/support/profile.ts";

const rounds = 10_000;

let workshop: Workshop;
let trusted: readonly Uint8Array[];
let ours: Uint8Array;
let others: readonly Uint8Array[];

beforeAll(async () => {
  workshop = openWorkshop();
  makeFamily(workshop);
  workshop.write("in", profileBytes);
  trusted = [workshop.read("root.pem")];
  const [certificate, key] = [workshop.read("chain.pem"), workshop.read("leaf.key")];
  const identity = await readIdentity({ kind: "pem", certificate, key }, null);
  const signed = identity.ok ? await signContent(profileBytes, identity.value) : identity;
  if (!signed.ok) throw new Error(signed.problem.detail);
  ours = signed.value.der;
  others = [
    opensslSign(workshop, { input: "in" }),
    opensslSign(workshop, { input: "in", options: ["-nodetach", "-outform", "DER", "-stream"] }),
  ];
});
afterAll(() => workshop.remove());

/** Whether the file still counts as valid; whatever else comes of it is an answer, never a fault. */
async function validContent(bytes: Uint8Array): Promise<Uint8Array | null> {
  const opened = await openSigned(bytes, { trusted });
  if (!opened.ok) {
    expect(opened.problem.fix).not.toBe("");
    return null;
  }
  return opened.value?.signature.status === "valid" ? opened.value.content : null;
}

/** Numbers that are the same in every run, from 0 to 1. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

describeWithOpenssl(`${rounds} signed files that were cut off, and as many with a bit turned`, () => {
  it("attack: none that was cut off is valid, and none with another bit has another content", async () => {
    const next = numbers(18);
    let stillValid = 0;
    for (let round = 0; round < rounds; round += 1) {
      const file = [ours, ...others][round % 3] ?? ours;
      const at = Math.floor(next() * file.length);
      expect(await validContent(file.subarray(0, at)), `cut at ${at}`).toBeNull();
      const changed = Uint8Array.from(file);
      changed[at] = (changed[at] ?? 0) ^ (1 << Math.floor(next() * 8));
      const content = await validContent(changed);
      if (content === null) continue;
      stillValid += 1;
      expect(Buffer.compare(content, profileBytes), `bit of ${at}`).toBe(0);
    }
    console.log(
      `${rounds} cuts: none valid; ${rounds} turned bits: ${stillValid} valid, with the content untouched`,
    );
    // Versions and forms of lengths mean nothing to what is checked; anything more would be a hole.
    expect(stillValid).toBeLessThan(rounds / 100);
  });
});
