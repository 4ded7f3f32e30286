import type { PlistValue } from "../../core/plist/value.ts";
import { type Result, succeed } from "../../core/problem.ts";
import {
  applyPatch,
  isSecretSetting,
  listPayloads,
  type ProfileDocument,
  type WriteOptions,
  writeProfile,
} from "../../core/profile/index.ts";
import type { DocumentEdit, KeyPath } from "../../core/profile/patch.ts";

/**
 * The document as the XML an unsigned export would hold, with secrets (client secrets, licences, passwords of other payloads)
 * replaced: the source view is on screen and in screenshots.
 */
export function maskedSource(
  document: ProfileDocument,
  options: WriteOptions = { to: document.format },
): Result<string> {
  const masked = applyPatch(document, { op: "edit", edits: masksOf(document) });
  if (!masked.ok) return masked;
  const written = writeProfile(masked.value.document, options);
  return written.ok ? succeed(new TextDecoder().decode(written.value)) : written;
}

function masksOf(document: ProfileDocument): readonly DocumentEdit[] {
  return listPayloads(document).flatMap(({ domain, layers }) =>
    layers.flatMap(({ path, settings }) =>
      [...settings.entries].flatMap(([key, value]) => masksIn(domain, key, [...path, key], value)),
    ),
  );
}

function masksIn(
  domain: string | null,
  keyPath: string,
  at: KeyPath,
  value: PlistValue,
): readonly DocumentEdit[] {
  if (isSecretSetting(domain, keyPath, value))
    return [{ edit: "put", path: at, value: "•••••• (kept, not shown)" }];
  if (value.kind === "dict")
    return [...value.entries].flatMap(([key, inner]) =>
      masksIn(domain, `${keyPath}.${key}`, [...at, key], inner),
    );
  if (value.kind !== "array") return [];
  return value.items.flatMap((item, index) => masksIn(domain, `${keyPath}[${index}]`, [...at, index], item));
}
