import { afterAll, beforeAll, expect, it } from "vitest";
import { openSigned, readIdentity, signContent } from "../../../main/signing/index.ts";
import {
  describeWithOpenssl,
  makeFamily,
  opensslSign,
  openWorkshop,
  type Workshop,
} from "./support/openssl.ts";

const profile = new TextEncoder().encode(`<?xml version="1.0"?><plist version="1.0"><dict/></plist>`);

let workshop: Workshop;
let trusted: readonly Uint8Array[];
let ours: Uint8Array;

beforeAll(async () => {
  workshop = openWorkshop();
  makeFamily(workshop);
  workshop.write("in", profile);
  trusted = [workshop.read("root.pem")];
  const [certificate, key] = [workshop.read("chain.pem"), workshop.read("leaf.key")];
  const identity = await readIdentity({ kind: "pem", certificate, key }, null);
  const signed = identity.ok ? await signContent(profile, identity.value) : identity;
  if (!signed.ok) throw new Error(signed.problem.detail);
  ours = signed.value.der;
});
afterAll(() => workshop.remove());

async function verdict(bytes: Uint8Array): Promise<string> {
  const opened = await openSigned(bytes, { trusted });
  if (!opened.ok) return opened.problem.code;
  return opened.value === null ? "no signature" : opened.value.signature.status;
}

describeWithOpenssl("one changed byte of a signed file", () => {
  it("attack: is never valid, wherever it stands; in what was signed and in the signature it is invalid", async () => {
    for (const file of [ours, opensslSign(workshop, { input: "in" })]) {
      expect(await verdict(file)).toBe("valid");
      const content = Buffer.from(file).indexOf(profile);
      const certificates = content + profile.length;
      const signer = Buffer.from(file).lastIndexOf(Buffer.from("06092a864886f70d010903", "hex"));
      const exact = (at: number) => (at >= content && at < certificates) || at >= file.length - 256;
      const stillValid: number[] = [];
      for (let at = 0; at < file.length; at += at > certificates && at < signer - 160 ? 9 : 1) {
        const changed = Uint8Array.from(file, (byte, index) => (index === at ? byte ^ 1 : byte));
        const found = await verdict(changed);
        if (found === "valid") stillValid.push(at);
        if (exact(at)) expect(found, `byte ${at}`).toBe("invalid");
      }
      expect(stillValid).toEqual([]);
    }
  });

  it("attack: is never valid in any of a thousand files that were cut off or had a bit turned", async () => {
    for (let index = 0; index < 500; index += 1) {
      const at = Math.floor((index * ours.length) / 500);
      expect(await verdict(ours.subarray(0, at)), `cut at ${at}`).not.toBe("valid");
      const changed = Uint8Array.from(ours);
      changed[at] = (changed[at] ?? 0) ^ (1 << (index % 8));
      // 1 and 3, 4 and 5 are versions too, and mean nothing to what is checked.
      if (at !== versionAt()) expect(await verdict(changed), `bit of ${at}`).not.toBe("valid");
    }
  });
});

function versionAt(): number {
  return Buffer.from(ours).indexOf(Buffer.from("020101", "hex")) + 2;
}
