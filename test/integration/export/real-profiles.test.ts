import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { openSigned } from "../../../main/export/index.ts";

const folder = resolve(import.meta.dirname, "../../../../shared/samples/profiles");
const files = existsSync(folder)
  ? readdirSync(folder).filter((name) => /\.(mobileconfig|plist)$/.test(name))
  : [];
if (files.length === 0)
  console.log("No sample profiles beside the repository: real signed profiles are not tested here.");

/** openssl's view of a file: the content it takes out, or null when the file is no CMS. */
function opensslContent(file: string): Buffer | null {
  try {
    const call = ["cms", "-verify", "-noverify", "-binary", "-inform", "DER", "-in", file];
    return execFileSync("openssl", call, { stdio: ["ignore", "pipe", "ignore"] });
  } catch {
    return null;
  }
}

describe("real profiles from the field", () => {
  it("open like openssl opens them, and unsigned ones are recognized as such", {
    timeout: 120_000,
  }, async () => {
    let signed = 0;
    for (const name of files) {
      const bytes = new Uint8Array(readFileSync(join(folder, name)));
      const result = await openSigned(bytes);
      if (!result.ok) throw new Error(`${name}: ${result.problem.detail}`);
      if (result.value === null) {
        expect(bytes[0] === 0x30, name).toBe(false);
        continue;
      }
      signed += 1;
      const theirs = opensslContent(join(folder, name));
      expect(theirs?.equals(result.value.content), name).toBe(true);
      // openssl found every signature mathematically right; all of these certificates have run out by now.
      expect(result.value.signature.status, name).toBe("expired");
    }
    if (files.length > 0) expect(signed).toBe(12);
  });
});
