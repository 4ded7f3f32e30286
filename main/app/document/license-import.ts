import { readLicense } from "../../core/license/index.ts";
import { decodeBase64, encodeBase64 } from "../../core/plist/base64.ts";
import type { Result } from "../../core/problem.ts";
import { identityFields, loginDomain } from "../../core/profile/identity-fields.ts";
import { describeProfile } from "../../core/profile/index.ts";
import type { ProfilePatch } from "../../core/profile/patch.ts";
import { placeSetting } from "../../core/profile/place-setting.ts";
import { edit, type OpenDocument } from "./open-document.ts";

/**
 * Puts a license file into every domain of the profile that keeps one, as data, or into one of them. A file that is Base64 text
 * is stored as what it stands for. Problems: those of `readLicense` and `placeSetting`; the document then stays.
 */
export function importLicense(
  open: OpenDocument,
  bytes: Uint8Array,
  domain: string | null,
): Result<OpenDocument> {
  const license = readLicense(bytes);
  if (!license.ok) return license;
  const value = { $data: encodeBase64(fileOf(bytes)) };
  const { payloads } = describeProfile(open.document);
  const places = identityFields(payloads).find(({ id }) => id === "license")?.places ?? [];
  const chosen = places.filter(({ payload }) => domain === null || payload.domain === domain);
  const wanted =
    chosen.length > 0 ? chosen : [{ payload: { domain: domain ?? loginDomain }, path: ["LicenseFile"] }];
  const patches: ProfilePatch[] = [];
  for (const { payload, path } of wanted) {
    const patch = placeSetting(open.document, payload, path, value);
    if (!patch.ok) return patch;
    patches.push(patch.value);
  }
  return edit(open, { op: "all", patches });
}

/** The file itself where its Base64 text was given, encoded once or twice. */
function fileOf(bytes: Uint8Array): Uint8Array {
  const text = new TextDecoder().decode(bytes).replace(/\s+/g, "");
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(text)) return bytes;
  const inner = decodeBase64(text);
  return inner === null ? bytes : fileOf(inner);
}
