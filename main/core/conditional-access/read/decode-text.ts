import { fail, type Result, succeed } from "../../problem.ts";
import { maximumPolicyBytes } from "../limits.ts";

/**
 * Text of a policy file: UTF-8 with or without a byte order mark, UTF-16 as Windows PowerShell writes it.
 * Problems: `file-too-large`, `not-text`.
 */
export function decodeText(bytes: Uint8Array, fileName: string): Result<string> {
  if (bytes.length > maximumPolicyBytes) {
    return fail({
      code: "file-too-large",
      title: "The file is too large for an export of Conditional Access policies.",
      detail: `${fileName} has ${Math.round(bytes.length / 1_048_576)} MB. The limit is ${maximumPolicyBytes / 1_048_576} MB.`,
      fix: "Export only the policies (identity/conditionalAccess/policies). Sign-in logs belong to the signins command.",
    });
  }
  try {
    return succeed(new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes));
  } catch {
    return fail({
      code: "not-text",
      title: "The file is not text.",
      detail: `${fileName} is neither UTF-8 nor UTF-16.`,
      fix: "Export the policies as JSON. If the file is an archive, unpack it first.",
    });
  }
}

function encodingOf(bytes: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  // JSON starts with an ASCII character, so a zero byte beside it gives UTF-16 without a mark away.
  if (first !== undefined && first !== 0 && second === 0) return "utf-16le";
  if (first === 0 && second !== undefined && second !== 0) return "utf-16be";
  return "utf-8";
}
