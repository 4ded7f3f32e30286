import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it, onTestFinished } from "vitest";
import { run } from "../../../../../main/hosts/command-line/commands/verify.ts";
import { recordingTerminal } from "../../../../support/recording-terminal.ts";
import { signedFile } from "../../../../support/signed-file.ts";

const profile = `<?xml version="1.0" encoding="UTF-8"?><plist version="1.0"><dict>
<key>PayloadType</key><string>Configuration</string><key>PayloadContent</key><array/></dict></plist>`;

let folder: string;
let signed: string;
let plain: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "latchkey-verify-"));
  mkdirSync(join(folder, "deep"));
  // Its certificate, which nobody trusts here, ends in 30 days.
  signed = join(folder, "deep", "signed.mobileconfig");
  writeFileSync(signed, await signedFile(profile));
  plain = join(folder, "plain.mobileconfig");
  writeFileSync(plain, profile);
  writeFileSync(join(folder, "notes.txt"), "not looked at");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function verify(within: string, json = true, path = folder) {
  const terminal = recordingTerminal();
  const code = await run({ positionals: [path], options: { "expires-within": within }, json }, terminal);
  return { code, out: terminal.out(), err: terminal.err() };
}

it("lists what has to be signed anew, at every depth, and judges nothing else", async () => {
  const soon = await verify("31d");
  expect(soon.code).toBe(1);
  expect(JSON.parse(soon.out)).toMatchObject({
    files: [
      { file: plain, signature: null },
      { file: signed, signature: { status: "untrusted" } },
    ],
    expiring: [signed],
  });
  const later = await verify("10d");
  expect(later.code).toBe(0);
  expect(JSON.parse(later.out).expiring).toEqual([]);
});

it("says it in words, with signer and day", async () => {
  expect((await verify("31d", false)).out).toMatch(
    /^1 of 1 signed files has to be signed anew within 31 days\.\nsign again: .*signed\.mobileconfig, signed by CN=Signed file, ends in 30 days, \d{4}-\d\d-\d\d\n$/,
  );
  expect((await verify("10d", false)).out).toMatch(/^None of 1 signed files ends within 10 days\.\nfine: /);
});

it("takes one file as well", async () => {
  expect(JSON.parse((await verify("31d", true, signed)).out).expiring).toEqual([signed]);
});

it("attack: a signed file that is damaged is named, and the others are judged all the same", async () => {
  const other = mkdtempSync(join(tmpdir(), "latchkey-verify-"));
  const file = join(other, "cut.mobileconfig");
  const bytes = await signedFile(profile);
  writeFileSync(file, bytes.subarray(0, bytes.length - 200));
  writeFileSync(join(other, "whole.mobileconfig"), bytes);
  const { code, out, err } = await verify("31d", true, other);
  expect(code).toBe(2);
  expect(JSON.parse(out).expiring).toEqual([join(other, "whole.mobileconfig")]);
  expect(err).toContain("cut.mobileconfig");
  rmSync(other, { recursive: true });
});

it("a time that is none is a wrong call", async () => {
  expect((await verify("soon")).code).toMatchObject({ code: "wrong-call" });
});

it("keeps the list in the folder when it is asked to, and judges by it what is not there any more", async () => {
  const place = mkdtempSync(join(tmpdir(), "latchkey-kept-"));
  onTestFinished(() => rmSync(place, { recursive: true, force: true }));
  const list = join(place, "latchkey-signatures.json");
  const keep = async (within: string, more: Readonly<Record<string, boolean>> = { keep: true }) => {
    const terminal = recordingTerminal();
    const call = { positionals: [place], options: { "expires-within": within, ...more }, json: true };
    const code = await run(call, terminal);
    return { code, out: JSON.parse(terminal.out()), err: terminal.err() };
  };
  mkdirSync(join(place, "deep"));
  writeFileSync(join(place, "deep", "staff.mobileconfig"), await signedFile(profile));
  expect((await keep("10d", {})).code).toBe(0);
  expect(existsSync(list)).toBe(false);
  expect((await keep("10d")).code).toBe(0);
  expect(JSON.parse(readFileSync(list, "utf8"))).toEqual({
    version: 1,
    signatures: [{ file: "deep/staff.mobileconfig", signer: "CN=Signed file", notAfter: expect.any(String) }],
  });
  rmSync(join(place, "deep"), { recursive: true });
  const gone = await keep("31d", {});
  expect(gone).toMatchObject({
    code: 1,
    out: {
      files: [],
      expiring: ["deep/staff.mobileconfig"],
      elsewhere: [{ signer: "CN=Signed file", signAgain: true }],
    },
  });
  const terminal = recordingTerminal();
  await run({ positionals: [place], options: { "expires-within": "31d" }, json: false }, terminal);
  expect(terminal.out()).toMatch(
    /^1 of 1 signed files has to be signed anew within 31 days\.\nsign again: deep\/staff/,
  );
  // What it says of others stays when it is brought up to date.
  await keep("31d");
  expect(readFileSync(list, "utf8")).toContain("deep/staff.mobileconfig");
  const half = readFileSync(list, "utf8").slice(0, 60);
  writeFileSync(list, half);
  const damaged = await keep("31d");
  expect(damaged).toMatchObject({
    code: 2,
    err: expect.stringContaining("latchkey-signatures.json cannot be read."),
  });
  expect(readFileSync(list, "utf8")).toBe(half);
});
