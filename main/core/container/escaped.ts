import type { Look } from "./layer.ts";
import { textBegins } from "./looks-like.ts";

/** XML whose marks are written as codes (`&lt;?xml …`), as it stands on web pages and in answers of servers. */
export function lookAtEscaped(text: string): Look {
  if (textBegins(text) !== "escaped") return null;
  const trimmed = text.replace(/^[\s\ufeff]+/, "");
  return { kind: "escaped", where: "escaped XML (&lt; in place of <)", bytes: utf8(unescapeOnce(trimmed)) };
}

const codes: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** Takes one level of escaping off; codes that are none of XML's stay. */
function unescapeOnce(text: string): string {
  return text.replace(
    /&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#x([0-9a-fA-F]{1,6}));/g,
    (whole, name, decimal, hex) => {
      if (typeof name === "string") return codes[name] ?? whole;
      const code = typeof decimal === "string" ? Number(decimal) : Number.parseInt(String(hex), 16);
      return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
        ? String.fromCodePoint(code)
        : whole;
    },
  );
}

/** A text as the bytes of a file of its own. A declaration that names another encoding no longer holds. */
export function utf8(text: string): Uint8Array {
  const declared = /^(\s*<\?xml[^>]*?\sencoding\s*=\s*)(["'])(?!utf-8\2)[^"']*\2/i;
  return new TextEncoder().encode(text.replace(declared, "$1$2UTF-8$2"));
}
