import { type CodeFormat, deliveryCode } from "../../core/jamf-pro/as-code.ts";
import type { Result } from "../../core/problem.ts";
import type { ProfileDocument } from "../../core/profile/index.ts";

export type { CodeFormat };

/** What would do the same delivery as code. Problems: those of `deliveryOf`, `text-not-writable`. */
export async function deliveryAsCode(document: ProfileDocument, format: CodeFormat): Promise<Result<string>> {
  return deliveryCode(document, format);
}
