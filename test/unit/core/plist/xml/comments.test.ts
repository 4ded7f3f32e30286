import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readPlist, toTypedJson } from "../../../../../main/core/plist/index.ts";
import { easeComments } from "../../../../../main/core/plist/xml/comments.ts";
import { assertProperty } from "../../../../support/assert-property.ts";

/** Pieces that comments, sections and instructions are made of, in any order. */
const pieces = fc
  .array(
    fc.constantFrom("<!--", "-->", "-", "--", ">", "<", "x", "\n", "<![CDATA[", "]]>", "<?p ", "?>", "<a>"),
    {
      maxLength: 30,
    },
  )
  .map((list) => list.join(""));

describe("comments with hyphens in them", () => {
  test("every character but hyphens of comments stays where it was", () => {
    assertProperty(
      fc.property(pieces, (text) => {
        const { text: eased, loose } = easeComments(text);
        expect(eased).toHaveLength(text.length);
        for (let at = 0; at < text.length; at += 1) {
          if (eased.charAt(at) !== text.charAt(at))
            expect([text.charAt(at), eased.charAt(at)]).toEqual(["-", " "]);
        }
        expect(loose.length === 0).toBe(eased === text);
        for (const { offset } of loose) expect(text.startsWith("<!--", offset)).toBe(true);
        expect(easeComments(eased).loose).toEqual([]);
      }),
      "cheap",
    );
  });

  test("a property list is read as if its comments were not there", () => {
    const inside = fc.stringMatching(/^[-x >\n]{0,12}$/).filter((text) => !text.includes("-->"));
    assertProperty(
      fc.property(inside, (text) => {
        const reading = readPlist(
          Buffer.from(`<plist><dict><!--${text}--><key>A</key><true/></dict></plist>`),
        );
        expect(reading.ok && toTypedJson(reading.value.value)).toEqual({ A: true });
      }),
      "cheap",
    );
  });

  test("what stands in a CDATA section is a value and no comment", () => {
    const reading = readPlist(
      Buffer.from("<plist><!-- a -- b --><string><![CDATA[<!-- a -- b -->]]></string></plist>"),
    );
    expect(reading.ok && toTypedJson(reading.value.value)).toBe("<!-- a -- b -->");
    expect(reading.ok && reading.value.notices).toMatchObject([
      { code: "xml-comment-hyphens", at: { line: 1, column: 8 } },
    ]);
  });

  test("other damage is said at its place in the file", () => {
    const reading = readPlist(
      Buffer.from("<plist>\n<!-- a -- b -->\n<dict>\n<key>A</key>\n<foo/></dict></plist>"),
    );
    expect(reading).toMatchObject({
      ok: false,
      problem: { code: "xml-element-unknown", at: { line: 5, column: 1 } },
    });
  });
});
