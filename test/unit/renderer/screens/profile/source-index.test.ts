import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { sourceOf } from "../../../../../main/app/document/masked-source.ts";
import { readProfile } from "../../../../../main/core/profile/index.ts";
import type { Finding } from "../../../../../preload/contract.ts";
import {
  lineFindings,
  lineOfDomain,
  linesOfFinding,
  linesOfKey,
  type SourceKey,
} from "../../../../../renderer/screens/profile/source-index.ts";

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

describe("the line where the settings of a domain begin", () => {
  const opened = readProfile(readFileSync("test/fixtures/profiles/contoso.mobileconfig"), {
    fileName: "contoso.mobileconfig",
  });
  if (!opened.ok) throw new Error(opened.problem.title);
  const { source, sourceMap } = sourceOf(opened.value);

  it("is that of its key or dictionary, and the first where the head of the file is near", () => {
    const line = lineOfDomain(sourceMap, "com.jamf.connect");
    expect(source.split("\n").slice((line ?? 0) - 1, (line ?? 0) + 1)).toEqual([
      expect.stringContaining("<key>mcx_preference_settings</key>"),
      expect.stringContaining("<dict>"),
    ]);
    expect(line).toBeLessThan(
      linesOfKey(sourceMap, { domain: "com.jamf.connect", index: 0, keyPath: "IdPSettings" })?.first ?? 0,
    );
    expect(lineOfDomain(sourceMap, "com.jamf.connect.login")).toBe(1);
  });

  it("is none where no payload has it, and a finding about no key has no lines", () => {
    expect(lineOfDomain(sourceMap, "com.jamf.connect.actions")).toBeNull();
    expect(lineOfDomain(sourceMap, null)).toBeNull();
    expect(linesOfFinding(sourceMap, { domain: "com.jamf.connect" })).toBeNull();
  });
});

describe("findings at their lines", () => {
  const finding: Finding = {
    rule: "r",
    severity: "warning",
    certainty: "documented",
    title: "It is wrong.",
    detail: "It is.",
    where: { domain: "com.jamf.connect.login", keyPath: "A" },
  };
  const payload = (domain: string) =>
    `<dict><key>PayloadType</key><string>${domain}</string><key>A</key><true/></dict>`;
  const marks = (...domains: readonly string[]) => {
    const text = `<plist><dict><key>PayloadType</key><string>Configuration</string><key>PayloadContent</key><array>${domains.map(payload).join("")}</array></dict></plist>`;
    const read = readProfile(new TextEncoder().encode(text), { fileName: "a.mobileconfig" });
    if (!read.ok) throw new Error(read.problem.title);
    const { source, sourceMap } = sourceOf(read.value);
    const lines = source.split("\n");
    return lineFindings(sourceMap, [finding]).map(({ line, text }) => [lines[line - 1]?.trim(), text]);
  };

  it("stand at the key", () => {
    expect(marks("com.jamf.connect.login")).toEqual([["<key>A</key>", "It is wrong. It is."]]);
  });

  it("stand nowhere where two payloads of the domain could be meant", () => {
    expect(marks("com.jamf.connect.login", "com.jamf.connect.login")).toEqual([]);
  });
});
