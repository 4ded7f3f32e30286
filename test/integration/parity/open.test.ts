import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { app, file, latchkey, profile } from "./support.ts";

const fixtures = join(import.meta.dirname, "../../fixtures/profiles");
const names = readdirSync(fixtures).filter((name) => /\.(mobileconfig|plist)$/.test(name));
const settings = { OIDCProvider: "EntraID", OIDCClientID: "aaaabbbb-0000-4000-8000-ccccdddd0001" };

const made = ["made.mobileconfig", Buffer.from(profile({ "com.jamf.connect.login": settings }))] as const;
const broken = ["broken.mobileconfig", made[1].subarray(0, 300)] as const;

it("both hosts read the same from every profile of the fixtures, or refuse it in the same words", async () => {
  const bench = app();
  const files = [...names.map((name) => [name, readFileSync(join(fixtures, name))] as const), made, broken];
  for (const [name, bytes] of files) {
    const path = file(name, bytes);
    const answer = await bench.session.call("profile.open", { file: bench.give(path, bytes) });
    const shown = await latchkey(["show", path, "--json"]);
    expect(shown.code, name).toBe(answer.ok ? 0 : 2);
    if (!answer.ok) {
      expect(shown.err, name).toContain(`${answer.problem.title} `);
      continue;
    }
    const view = await bench.call("profile.current", {});
    const { format, encoding, signature, payloads } = JSON.parse(shown.out);
    expect({ format, encoding, signature }, name).toEqual({
      format: view?.format,
      encoding: view?.encoding,
      signature: view?.signature,
    });
    expect(
      payloads.map(({ domain, form }: { domain: string; form: string }) => ({ domain, form })),
      name,
    ).toEqual(view?.payloads.map(({ domain, form }) => ({ domain, form })));
  }
});
