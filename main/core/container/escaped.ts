import type { Look } from "./layer.ts";
import { textBegins } from "./looks-like.ts";

/** XML whose marks are written as codes (`&lt;?xml …`), as it stands on web pages and in answers of servers. */
export function lookAtEscaped(text: string): Look {
  if (textBegins(text) !== "escaped") return null;
  const trimmed = text.replace(/^[\s\ufeff]+/, "");
  return { kind: "escaped", where: "escaped XML (&lt; in place of <)", bytes: utf8(unescapeOnce(trimmed)) };
}

/** Takes one level of escaping off; codes that are none of XML's stay. The ampersand comes last: it begins the other codes. */
function unescapeOnce(text: string): string {
  return text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replace(/&#(?!0*38;|x0*26;)(?:(\d{1,7})|x([0-9a-fA-F]{1,6}));/g, (whole, decimal, hex) =>
      characterOf(typeof decimal === "string" ? Number(decimal) : Number.parseInt(String(hex), 16), whole),
    )
    .replace(/&(?:amp|#0{0,5}38|#x0{0,4}26);/g, "&");
}

function characterOf(code: number, whole: string): string {
  const isCharacter = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return isCharacter ? String.fromCodePoint(code) : whole;
}

/** A text as the bytes of a file of its own. A declaration that names another encoding no longer holds. */
export function utf8(text: string): Uint8Array {
  const declared = /^(\s*<\?xml[^>]*?\sencoding\s*=\s*)(["'])(?!utf-8\2)[^"']*\2/i;
  return new TextEncoder().encode(text.replace(declared, "$1$2UTF-8$2"));
}
