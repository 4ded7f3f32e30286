import { plainLine, plainText } from "../anonymize/plain-text.ts";
import { type Block, type Inline, isLinkable } from "./blocks.ts";
import { styleHash, styles } from "./html-styles.ts";

/**
 * Writes a report as one HTML file that asks for nothing: no script, no image, no font, no form. Its own policy, in a
 * `meta` element because a file has no headers, allows the one style sheet in it by its hash and nothing else.
 */
export function toHtml(blocks: readonly Block[]): string {
  const title = blocks.find((one) => one.kind === "heading")?.text ?? "Report";
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '${styleHash}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>${text(title)}</title>
<style>${styles}</style>
</head>
<body>
<main>
${blocks.map(block).join("\n")}
</main>
</body>
</html>
`;
}

function block(one: Block): string {
  switch (one.kind) {
    case "heading":
      return `<h${one.level}>${text(one.text)}</h${one.level}>`;
    case "verdict":
      return `<section class="verdict ${one.tone}">\n<p class="sentence">${text(one.sentence)}</p>\n<p>${text(one.detail)}</p>\n</section>`;
    case "paragraph":
      return `<p>${text(one.text)}</p>`;
    case "table":
      return table(one.head, one.rows);
    case "list": {
      const tag = one.ordered ? "ol" : "ul";
      return `<${tag}>\n${one.items.map((item) => `<li>${inline(item)}</li>`).join("\n")}\n</${tag}>`;
    }
    case "code":
      return `<figure>\n<figcaption>${text(one.caption)}</figcaption>\n<pre dir="ltr" tabindex="0">${escaped(plainText(one.text))}</pre>\n</figure>`;
    case "details":
      return `<details>\n<summary>${text(one.summary)}</summary>\n${one.blocks.map(block).join("\n")}\n</details>`;
    case "link":
      return `<p>${link(one.text, one.address)}</p>`;
  }
}

function table(head: readonly string[], rows: readonly (readonly Inline[])[]): string {
  const header = `<thead>\n<tr>${head.map((name) => `<th scope="col">${text(name)}</th>`).join("")}</tr>\n</thead>\n`;
  const body = rows.map((row) => {
    const cells = head.map((_, index) => {
      const value = inline(row[index] ?? "");
      return index === 0 ? `<th scope="row">${value}</th>` : `<td>${value}</td>`;
    });
    return `<tr>${cells.join("")}</tr>`;
  });
  return `<table>\n${header}<tbody>\n${body.join("\n")}\n</tbody>\n</table>`;
}

function inline(value: Inline): string {
  return typeof value === "string" ? text(value) : `<code dir="ltr">${escaped(plainLine(value.code))}</code>`;
}

function link(label: string, address: string): string {
  return isLinkable(address)
    ? `<a href="${escaped(address)}" rel="noopener noreferrer">${text(label)}</a>`
    : text(label);
}

/** Text that is isolated in direction: a name in Hebrew or Arabic cannot reorder the sentence around it. */
function text(value: string): string {
  const plain = escaped(plainLine(value));
  return /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]|[\ud802-\ud83b]/.test(plain)
    ? `<bdi>${plain}</bdi>`
    : plain;
}

function escaped(value: string): string {
  return value
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}
