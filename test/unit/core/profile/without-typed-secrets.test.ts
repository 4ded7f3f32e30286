import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { withoutTypedSecrets } from "../../../../main/core/profile/index.ts";
import { assertProperty } from "../../../support/assert-property.ts";

const nothing: ReadonlySet<string> = new Set();
const clean = (source: string, known = nothing, secrets: readonly string[] = []) =>
  withoutTypedSecrets(source, known, secrets);

describe("a source that cannot be read, for a draft", () => {
  it.each([
    ["behind its name", "<key>OIDCClientSecret</key>\n<string>canary"],
    ["in one line with it", "<key>OIDCClientSecret</key><string>canary</string><key>A</key>"],
    ["behind a name whose tag is broken", "<kye>ClientSecret</kye>\n<string>canary</string>"],
    ["behind a name without its end", "<key>ClientSecret\n<string>canary</string>"],
    ["a few lines below its name", "<key>Password</key>\n\n<string>\ncanary\n</string>"],
    [
      "in a group of that name",
      "<key>Tokens_token</key>\n<dict>\n<key>a</key>\n<string>canary</string>\n</dict>",
    ],
    ["in a list of that name", "<key>api_key</key><array>\n<string>x</string>\n<string>canary</string>"],
    ["a key in PEM", "<string>-----BEGIN RSA PRIVATE KEY-----\ncanary\n-----END RSA PRIVATE KEY-----"],
    ["an address with a password", "<string>smb://me:canary@server</string>"],
    ["data", `<data>\n${"canary".repeat(10)}\n</data>`],
  ])("attack: holds no secret %s", (_, source) => {
    expect(clean(source)).not.toContain("canary");
  });

  it("attack: holds no value that the document keeps secret, wherever it was moved", () => {
    const moved = "<key>HelpURL</key>\n<string>canary</string>\n<string>x</string>";
    expect(clean(moved, nothing, ["canary"])).toBe(
      "<key>HelpURL</key>\n<!-- left out of the draft -->\n<string>x</string>",
    );
  });

  it("keeps what was typed elsewhere, and every line that was there before", () => {
    const source = [
      "<key>OIDCClientSecret</key>",
      "\t<string>•••••• 1 (left out of the draft)</string>",
      "<key>OIDCTenant</key>",
      "<string>contoso.com</string",
      "<key>Note</key><string>& <b></string>",
    ].join("\n");
    const known = new Set(["\t<string>•••••• 1 (left out of the draft)</string>"]);
    expect(clean(source, known)).toBe(source);
    expect(clean(source)).toBe(
      source.replace(/\t<string>.*<\/string>\n<key>OIDCT/, "\t<!-- left out of the draft -->\n<key>OIDCT"),
    );
  });

  it("keeps the number of lines and holds no secret value, of any text", () => {
    const line = fc.constantFrom(
      "<key>A</key>",
      "<key>Password</key>",
      "<string>x</string>",
      "<dict>",
      "</dict>",
      "</array>",
      "canary",
      "<string>canary",
    );
    assertProperty(
      fc.property(fc.array(fc.oneof(line, fc.string()), { maxLength: 30 }), (lines) => {
        const source = lines.join("\n");
        const cleaned = clean(source, nothing, ["canary"]);
        expect(cleaned).not.toContain("canary");
        expect(cleaned.split("\n")).toHaveLength(source.split("\n").length);
      }),
    );
  });
});
