import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Block } from "../../../../main/core/report/blocks.ts";
import { toHtml } from "../../../../main/core/report/html.ts";
import { styleHash, styles } from "../../../../main/core/report/html-styles.ts";
import { anyText } from "../../../support/any-text.ts";
import { assertProperty } from "../../../support/assert-property.ts";

const body = (...blocks: readonly Block[]) => {
  const html = toHtml(blocks);
  return html.slice(html.indexOf("<main>") + 7, html.indexOf("\n</main>"));
};

/** Every kind of block with one text in every place. */
function everywhere(text: string): readonly Block[] {
  return [
    { kind: "heading", level: 1, text },
    { kind: "verdict", tone: "ok", sentence: text, detail: text },
    { kind: "paragraph", text },
    { kind: "table", head: [text], rows: [[text], [{ code: text }]] },
    { kind: "list", ordered: true, items: [text, { code: text }] },
    { kind: "code", caption: text, text },
    { kind: "details", summary: text, blocks: [{ kind: "paragraph", text }] },
    { kind: "link", text, address: text },
  ];
}

const tags = (html: string) => html.match(/<[^>]*>/g) ?? [];

describe("text from outside", () => {
  test.each([
    ["<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"],
    [`"><img src=x onerror='alert(1)'>`, "&quot;&gt;&lt;img src=x onerror=&#39;alert(1)&#39;&gt;"],
    ["&lt;b&gt;", "&amp;lt;b&amp;gt;"],
    ["</style><b>", "&lt;/style&gt;&lt;b&gt;"],
    ["\u001b[1mbold\u202eevil", "boldevil"],
    ["two\nlines", "two lines"],
  ])("%j stays text", (text, html) => {
    expect(body({ kind: "paragraph", text })).toBe(`<p>${html}</p>`);
  });

  test("makes no element and no attribute anywhere, whatever it is", () => {
    const harmless = tags(toHtml(everywhere("x")));
    assertProperty(
      fc.property(
        fc.oneof(
          anyText(),
          fc.constantFrom(
            "<!--",
            "]]>",
            "<a href=x>",
            "javascript:alert(1)",
            "</pre><script>",
            "' onclick='x",
          ),
        ),
        (text) => {
          const html = toHtml(everywhere(text)).replaceAll("<bdi>", "").replaceAll("</bdi>", "");
          expect(tags(html)).toEqual(harmless);
        },
      ),
      "dear",
    );
  });

  test("that runs from right to left is kept apart", () => {
    expect(body({ kind: "paragraph", text: "שלום (admin)" })).toBe("<p><bdi>שלום (admin)</bdi></p>");
  });

  test("becomes a link only when it leads to a web page", () => {
    const link = (address: string) => body({ kind: "link", text: "x", address });
    expect(link("https://learn.jamf.com/?a=1&b=2")).toBe(
      '<p><a href="https://learn.jamf.com/?a=1&amp;b=2" rel="noopener noreferrer">x</a></p>',
    );
    for (const address of [
      "javascript:alert(1)",
      "data:text/html,x",
      " https://x.example",
      "vbscript:x",
      "https://",
    ]) {
      expect(link(address), address).toBe("<p>x</p>");
    }
  });
});

describe("the page", () => {
  const page = toHtml([{ kind: "heading", level: 1, text: "Title" }]);

  test("allows itself one style sheet, known by its hash, and nothing else", () => {
    const hash = createHash("sha256").update(styles).digest("base64");
    expect(styleHash).toBe(`sha256-${hash}`);
    expect(page).toContain(
      `content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'"`,
    );
    expect(page).toContain(`<style>${styles}</style>`);
    expect(page).not.toMatch(/<script|<link|<img|<iframe|<form|style=|@import|url\(|\son\w+=/i);
  });

  test("has the app's own values, in light and dark", () => {
    const tokens = readFileSync(join(import.meta.dirname, "../../../../renderer/styles/tokens.css"), "utf8");
    const values = (css: string) =>
      new Map([...css.matchAll(/(--[\w-]+):\s*([^;]+);/g)].toReversed().map((found) => [found[1], found[2]]));
    const app = values(tokens);
    const own = values(styles);
    expect(own.size).toBeGreaterThan(15);
    for (const [name, value] of own) expect(app.get(name), name).toBe(value);
  });
});
