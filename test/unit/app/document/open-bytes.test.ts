import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { openBytes } from "../../../../main/app/document/open-bytes.ts";
import { openFile } from "../../../../main/app/document/open-file.ts";
import { loginSettings, payload, plist, profile } from "../../../support/public-cases/profiles.ts";

const inner = profile(payload("com.jamf.connect.login", loginSettings));
const answer = Buffer.from(JSON.stringify({ payload: Buffer.from(inner).toString("base64") }));
const place = {
  path: "/a.json",
  read: async () => ({ ok: true as const, value: new Uint8Array() }),
  isThere: async () => false,
  write: async () => null,
};
const dump = Buffer.from(
  plist(
    `<key>_computerlevel</key><array><dict><key>ProfileItems</key><array>${payload("com.jamf.connect.login", "<key>PayloadContent</key><dict/>")}</array></dict></array>`,
  ),
);

describe("a profile inside something", () => {
  test.each([
    ["an answer of a server", answer, "Base64, in payload of a JSON file"],
    ["what a Mac has installed", dump, "the output of profiles show: 1 profile with 1 payload"],
  ])("%s is taken out where that is asked for", async (_, bytes, place) => {
    const opened = await openBytes(bytes, { fileName: "a.json", takeOut: true });
    expect(opened).toMatchObject({
      ok: true,
      value: { inside: place, document: { format: "mobileconfig" } },
    });
  });

  test.each([
    ["an answer of a server", answer],
    ["what a Mac has installed", dump],
  ])("%s is opened as the document of a window that has no file to be saved over", async (_, bytes) => {
    const opened = await openFile({ name: "a.json", bytes, place }, false, randomUUID);
    expect(opened).toMatchObject({ ok: true, value: { place: null, inside: expect.any(String) } });
    const itself = await openFile(
      { name: "a.mobileconfig", bytes: Buffer.from(inner), place },
      false,
      randomUUID,
    );
    expect(itself).toMatchObject({ ok: true, value: { place: { path: "/a.json" }, inside: null } });
  });

  test("a file that is the profile is inside nothing", async () => {
    const opened = await openBytes(Buffer.from(inner), { fileName: "a.mobileconfig", takeOut: true });
    expect(opened).toMatchObject({ ok: true, value: { inside: null } });
  });
});
