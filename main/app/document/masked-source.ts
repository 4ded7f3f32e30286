import type { KeyView } from "../../../preload/contract.ts";
import { type Result, succeed } from "../../core/problem.ts";
import {
  applyPatch,
  type ProfileDocument,
  type WriteOptions,
  writeProfile,
} from "../../core/profile/index.ts";

/**
 * The document as the XML an unsigned export would hold, with secrets (client secrets, licences) replaced: the source
 * view is on screen and in screenshots.
 */
export function maskedSource(
  document: ProfileDocument,
  sensitive: readonly KeyView[],
  options: WriteOptions = { to: document.format },
): Result<string> {
  const masked = applyPatch(document, {
    op: "all",
    patches: sensitive.map(({ payload, path }) => ({
      op: "set",
      payload,
      path,
      value: "•••••• (kept, not shown)",
    })),
  });
  if (!masked.ok) return masked;
  const written = writeProfile(masked.value.document, options);
  return written.ok ? succeed(new TextDecoder().decode(written.value)) : written;
}
