import { describe, expect, test } from "vitest";
import type { Block } from "../../../../main/core/report/blocks.ts";
import { toMarkdown } from "../../../../main/core/report/markdown.ts";

const paragraph = (text: string) => toMarkdown([{ kind: "paragraph", text }]).trimEnd();
const cell = (value: string | { readonly code: string }) =>
  toMarkdown([{ kind: "table", head: ["A"], rows: [[value]] }])
    .trimEnd()
    .split("\n")
    .at(-1);

describe("text from outside", () => {
  test.each([
    ["<img src=x onerror=alert(1)>", "\\<img src=x onerror=alert(1)\\>"],
    ["[click](javascript:alert(1))", "\\[click\\](javascript:alert(1))"],
    ["![x](https://evil.example/p.png)", "\\!\\[x\\](https\\://evil.example/p.png)"],
    ["<https://evil.example>", "\\<https\\://evil.example\\>"],
    ["see www.evil.example", "see www\\.evil.example"],
    ["**bold** _it_ ~~no~~ `code`", "\\*\\*bold\\*\\* \\_it\\_ \\~\\~no\\~\\~ \\`code\\`"],
    ["&lt;b&gt; &#60;", "\\&lt;b\\&gt; \\&\\#60;"],
    ["# heading", "\\# heading"],
    ["- item", "\\- item"],
    ["+ item", "\\+ item"],
    ["1. item", "1\\. item"],
    ["2) item", "2\\) item"],
    ["=====", "\\====="],
    ["> quote", "\\> quote"],
    ["a | b", "a \\| b"],
    ["back\\slash", "back\\\\slash"],
    ["$x$", "\\$x\\$"],
    ["two\nlines\r\n\tand a tab", "two lines and a tab"],
    ["    code", "code"],
    ["\u001b[31mred\u001b[0m \u001b]0;title\u0007", "red"],
    ["\u001b]8;;https://evil.example\u001b\\link", "link"],
    ["admin\u202Enimda\u2066x\u2069\u200f", "adminnimdax"],
    ["zero\u200bwidth\ufeff", "zerowidth"],
    ["half \ud800 pair", "half \ufffd pair"],
  ])("%j stays text", (text, markdown) => {
    expect(paragraph(text)).toBe(markdown);
  });

  test("cannot leave its cell", () => {
    expect(cell("a|b\n| c |")).toBe("| a\\|b \\| c \\| |");
    expect(cell({ code: "a|b`c" })).toBe("| ``a\\|b`c`` |");
    expect(cell({ code: "`a`" })).toBe("| `` `a` `` |");
    expect(cell({ code: "" })).toBe("|  |");
  });

  test("cannot leave its code block", () => {
    const code = toMarkdown([{ kind: "code", caption: "Answer", text: "```\n</pre># x\n````\u001b[2J" }]);
    expect(code).toBe("Answer:\n\n`````text\n```\n</pre># x\n````\n`````\n");
  });

  test("cannot become a heading, a list or a link by where it stands", () => {
    const blocks: readonly Block[] = [
      { kind: "heading", level: 2, text: "# x\n# y" },
      { kind: "list", ordered: false, items: ["- x", "1. y", { code: "z\nz" }] },
      { kind: "verdict", tone: "err", sentence: "> x\n\n# y", detail: "**z**" },
      { kind: "details", summary: "</details>", blocks: [{ kind: "paragraph", text: "x" }] },
    ];
    expect(toMarkdown(blocks)).toBe(
      [
        "## \\# x \\# y",
        "- \\- x\n- 1\\. y\n- `z z`",
        "> **\\> x \\# y**\n>\n> \\*\\*z\\*\\*",
        "**\\</details\\>**\n\nx\n",
      ].join("\n\n"),
    );
  });
});

describe("a link", () => {
  const link = (address: string) => toMarkdown([{ kind: "link", text: "to <there>", address }]).trimEnd();

  test("leads to web pages only", () => {
    expect(link("https://learn.microsoft.com/a#b")).toBe("<https://learn.microsoft.com/a#b>");
    for (const address of [
      "javascript:alert(1)",
      "JaVaScRiPt://x.example/%0aalert(1)",
      "data:text/html,x",
      "file:///etc/passwd",
      "https://x.example/> <b>",
      "https://x.example/\nnext",
      "//x.example",
    ]) {
      expect(link(address), address).toBe("to \\<there\\>");
    }
  });
});
