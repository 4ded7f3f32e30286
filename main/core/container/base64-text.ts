import { decodeBase64 } from "../plist/base64.ts";
import type { Problem } from "../problem.ts";
import type { Look } from "./layer.ts";
import { base64Begins, plainAlphabet } from "./looks-like.ts";

/**
 * Base64 (RFC 4648, also the alphabet for URLs) of something that is known here, with line breaks, quotation marks or a `data:`
 * address around it. Other Base64 is nothing, and Base64 of a profile that is damaged is a problem.
 */
export function lookAtBase64(text: string): Look {
  const beginning = base64Begins(text);
  if (beginning === null) return null;
  const bare = text
    .trim()
    .replace(/^\ufeff?\s*["']?(?:data:[\w./+-]{1,60};base64,)?/, "")
    .replace(/["']$/, "");
  const bytes = decodeBase64(padded(plainAlphabet(bare)));
  if (bytes !== null) return { kind: "base64", where: "Base64", bytes };
  // A web token begins like Base64 of JSON, and is something else.
  return beginning === "json" || beginning === "base64" ? null : { problem: damaged(bare) };
}

/** Many tools leave the padding away; nothing is lost by it. What has padding, right or wrong, stays as it is. */
function padded(text: string): string {
  if (text.includes("=")) return text;
  const digits = text.replace(/\s+/g, "");
  const missing = (4 - (digits.length % 4)) % 4;
  return missing === 3 ? text : digits + "=".repeat(missing);
}

function damaged(text: string): Problem {
  const foreign = /[^A-Za-z0-9+/=\s_-]/.test(text);
  return {
    code: "base64-damaged",
    title: "This is Base64 of a profile, and it is damaged.",
    detail: foreign
      ? "Characters stand in it that Base64 does not have."
      : "Its length is not one that Base64 has: it was cut off, or something was left out.",
    fix: "Copy or download the whole text again.",
  };
}
