import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { readPlist } from "../../../../main/core/plist/index.ts";

/** A well-formed property list of a little more than so many megabytes. */
function largeList(megabytes: number): Uint8Array {
  return Buffer.from(`<plist version="1.0"><string>${"x".repeat(megabytes * 1024 * 1024)}</string></plist>`);
}

describe("files that are no property list", () => {
  test.each<[string, Uint8Array, string]>([
    ["empty", new Uint8Array(), "plist-empty"],
    ["gzip", gzipSync("<plist/>"), "plist-is-gzip"],
    ["zip", Buffer.from("PK\u0003\u0004rest"), "plist-is-zip"],
    ["PEM", Buffer.from("-----BEGIN PKCS7-----\nMII"), "plist-is-signed"],
    ["DER", Buffer.from("308204a006092a864886f70d010702a0820491", "hex"), "plist-is-signed"],
    ["BER with indefinite length", Buffer.from("308006092a864886f70d010702a080", "hex"), "plist-is-signed"],
    ["old-style list", Buffer.from("( a, b )"), "plist-is-openstep"],
    ["old-style after a comment", Buffer.from("// !$*UTF8*$!\n{ a = b; }"), "plist-is-openstep"],
    ["JSON", Buffer.from('{ "a": 1 }'), "plist-is-json"],
    ["empty JSON", Buffer.from("{ }"), "plist-is-json"],
    ["a note", Buffer.from("hello"), "plist-not-recognised"],
    ["a later binary version", Buffer.from("bplist15xxxx"), "binary-unsupported"],
    ["a property list of more than 64 MB", largeList(64), "plist-too-large"],
  ])("%s", (_, bytes, code) => {
    expect(readPlist(bytes)).toMatchObject({ ok: false, problem: { code } });
  });

  test("nothing is quoted from a file that is something else", () => {
    for (const text of ["hunter2 is my password", "hunter2 <?xml version"]) {
      const reading = readPlist(Buffer.from(text));
      expect(!reading.ok && JSON.stringify(reading.problem)).not.toContain("hunter2");
    }
  });
});
