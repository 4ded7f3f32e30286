import { existsSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import type { Bench } from "../../contract/bench.ts";
import { throwawayIdentity } from "../../support/throwaway-identity.ts";
import { app, file, latchkey, open, profile } from "./support.ts";

const settings = { OIDCProvider: "EntraID", OIDCClientID: "aaaabbbb-0000-4000-8000-ccccdddd0001" };
const readable = profile({ "com.jamf.connect.login": settings });
/** A key that the second reader does not take, and ours does. */
const unreadable = profile({ "com.jamf.connect.login": { ...settings, ["__proto__"]: "x" } });
const plain = {
  route: "mac",
  domain: null,
  blueprintReady: false,
  identityId: null,
  confirmedName: null,
} as const;

/** The app with an identity to sign with. */
async function signing(): Promise<{ readonly bench: Bench; readonly identityId: string }> {
  const bench = app();
  const { certificate, key } = throwawayIdentity("Parity");
  const files = { certificate: bench.give("c.pem", certificate), key: bench.give("k.pem", key) };
  const identity = await bench.call("export.unlockPem", { ...files, chain: null, passphrase: "" });
  return { bench, identityId: identity.id };
}

/** The same identity as files, and where the command line is to write. */
function onDisk(content: string) {
  const input = file("in.mobileconfig", content);
  const { certificate, key } = throwawayIdentity("Parity");
  const pem = ["--cert", file("c.pem", certificate), "--key", file("k.pem", key)];
  return { input, out: `${input}.out`, pem };
}

it("what a second reader cannot read is neither exported, converted nor signed", async () => {
  const { bench, identityId } = await signing();
  await open(bench, unreadable);
  const inApp = await bench.problem("export.save", plain);
  expect(inApp.code).toBe("second-opinion-unreadable");
  expect(await bench.problem("export.save", { ...plain, identityId })).toEqual(inApp);
  const { input, out, pem } = onDisk(unreadable);
  const converted = await latchkey(["convert", input, "-o", out, "--to", "mobileconfig"]);
  const signed = await latchkey(["sign", input, "-o", out, ...pem]);
  const said = `${inApp.title} ${inApp.detail} ${inApp.fix}\n`;
  expect(converted).toEqual({ code: 2, out: "", err: `latchkey: ${said}` });
  expect(signed).toEqual({ code: 2, out: "", err: `latchkey: ${input}: ${said}` });
  expect(existsSync(out)).toBe(false);
});

it("both hosts write the same bytes", async () => {
  const bench = app();
  await open(bench, readable);
  const inApp = await bench.call("export.save", { ...plain, route: "unsigned" });
  const { input, out } = onDisk(readable);
  const form = ["--to", "mobileconfig", "--form", "managed-preferences"];
  expect((await latchkey(["convert", input, "-o", out, ...form])).code).toBe(0);
  expect(bench.taken(inApp?.download)).toEqual(readFileSync(out));
});
