import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tokenizeXmlLine } from "../../../../renderer/text/xml-tokens.ts";
import { assertProperty } from "../../../support/assert-property.ts";

describe("tokenizeXmlLine", () => {
  it("tells keys, other tags, frame and text apart", () => {
    expect(tokenizeXmlLine("  <key>OIDCTenant</key>")).toEqual([
      { kind: "text", text: "  " },
      { kind: "key", text: "<key>" },
      { kind: "text", text: "OIDCTenant" },
      { kind: "key", text: "</key>" },
    ]);
    expect(tokenizeXmlLine("<true/><!-- on -->").map((token) => token.kind)).toEqual(["tag", "mute"]);
  });

  it("loses no character of any line", () => {
    assertProperty(
      fc.property(
        fc.string({ unit: fc.constantFrom("<", ">", "/", "!", "-", "?", "k", "e", "y", "&", " ") }),
        (line) => {
          expect(
            tokenizeXmlLine(line)
              .map((token) => token.text)
              .join(""),
          ).toBe(line);
        },
      ),
    );
  });
});
