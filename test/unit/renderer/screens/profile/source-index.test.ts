import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { sourceOf } from "../../../../../main/app/document/masked-source.ts";
import { readProfile } from "../../../../../main/core/profile/index.ts";
import { linesOfKey, type SourceKey } from "../../../../../renderer/screens/profile/source-index.ts";

function open(bytes: Uint8Array, fileName: string) {
  const document = readProfile(bytes, { fileName });
  if (!document.ok) throw new Error(document.problem.title);
  const { source, sourceMap } = sourceOf(document.value);
  return (key: SourceKey) => {
    const lines = linesOfKey(sourceMap, key);
    return lines === null
      ? null
      : source
          .split("\n")
          .slice(lines.first - 1, lines.last)
          .map((line) => line.trim());
  };
}

const contoso = open(readFileSync("test/fixtures/profiles/contoso.mobileconfig"), "contoso.mobileconfig");
const login = { domain: "com.jamf.connect.login", index: 0 };

describe("the lines of a key, by the writer's own map", () => {
  it("are found in a payload of its own and in managed preferences", () => {
    expect(contoso({ ...login, keyPath: "OIDCClientID" })).toEqual([
      "<key>OIDCClientID</key>",
      "<string>11111111-1111-1111-1111-111111111111</string>",
    ]);
    const found = contoso({ domain: "com.jamf.connect", index: 0, keyPath: "IdPSettings.Provider" });
    expect(found).toEqual(["<key>Provider</key>", "<string>EntraID</string>"]);
  });

  it("are those of an element of an array by its position, however that is written", () => {
    for (const keyPath of ["OIDCAdmin.1", "OIDCAdmin[1]"])
      expect(contoso({ ...login, keyPath })).toEqual(["<string>Helpdesk</string>"]);
  });

  it("are none for a key or a payload that is not there", () => {
    expect(contoso({ ...login, keyPath: "OIDCRedirectURI" })).toBeNull();
    expect(contoso({ ...login, index: 1, keyPath: "OIDCClientID" })).toBeNull();
    expect(contoso({ ...login, keyPath: "" })).toBeNull();
  });

  it("are found where keys hold markup, dots and line breaks, and texts that look like keys", () => {
    const text =
      "<plist><dict><key>a</key><string>\n&lt;key&gt;b.c&lt;/key&gt;\n</string><key>b</key><dict><key>c</key><string>inner</string></dict>" +
      "<key>b.c</key><dict><key>&lt;d&gt;\n</key><true/></dict></dict></plist>";
    const bare = open(new TextEncoder().encode(text), "com.jamf.connect.login.plist");
    expect(bare({ ...login, keyPath: "b.c.<d>\n" })).toEqual(["<key>&lt;d&gt;", "</key>", "<true/>"]);
    expect(bare({ ...login, keyPath: "b.c" })).toEqual(["<key>c</key>", "<string>inner</string>"]);
  });
});
