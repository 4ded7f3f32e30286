import type { KeyView } from "../../../../preload/contract.ts";
import { applyPatch, type ProfileDocument, writeProfile } from "../../../core/profile/index.ts";

/**
 * The document as the XML an unsigned export would hold, with secrets (client secrets, licences) replaced: the source
 * view is on screen and in screenshots.
 */
export function maskedSource(document: ProfileDocument, sensitive: readonly KeyView[]): string {
  const masked = applyPatch(document, {
    op: "all",
    patches: sensitive.map(({ payload, path }) => ({
      op: "set",
      payload,
      path,
      value: "•••••• (kept, not shown)",
    })),
  });
  const format = document.format === "mobileconfig" ? "mobileconfig" : "plist";
  const written = writeProfile(masked.ok ? masked.value.document : document, { to: format });
  return masked.ok && written.ok ? new TextDecoder().decode(written.value) : "";
}
