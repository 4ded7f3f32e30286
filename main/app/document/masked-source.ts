import { createHash } from "node:crypto";
import type { SourceMap } from "../../../preload/contract.ts";
import type { WrittenSource } from "../../core/plist/index.ts";
import { type Result, succeed } from "../../core/problem.ts";
import {
  type LeftOut,
  listPayloads,
  maskSecrets,
  type ProfileDocument,
  type WriteOptions,
  writeProfile,
  writeSource,
} from "../../core/profile/index.ts";
import { editableSource } from "../../core/profile/limits.ts";

/**
 * The document as the XML an unsigned export would hold, with secrets (client secrets, licences, passwords of other payloads)
 * replaced: the source view is on screen and in screenshots.
 */
export function maskedSource(document: ProfileDocument, options: WriteOptions): Result<string> {
  const written = writeProfile(maskSecrets(document).document, options);
  return written.ok ? succeed(new TextDecoder().decode(written.value)) : written;
}

/** The same of the document as it is, with the lines of its keys. A document that XML cannot hold has an empty source, and why. */
export function sourceOf(
  document: ProfileDocument,
  leftOut: readonly LeftOut[] = [],
): { readonly source: string; readonly sourceMap: SourceMap } {
  const written = writeSource(maskSecrets(document, leftOut).document);
  return written.ok
    ? { source: written.value.text, sourceMap: mapOf(document, written.value) }
    : { source: "", sourceMap: { ...emptyMap, problem: written.problem } };
}

const emptyMap: SourceMap = {
  version: null,
  limit: editableSource,
  place: null,
  settings: [],
  problem: null,
};

function mapOf(document: ProfileDocument, { text, place }: WrittenSource): SourceMap {
  const seen = new Map<string, number>();
  const settings = listPayloads(document).flatMap(({ domain, layers }) => {
    if (domain === null) return [];
    const index = seen.get(domain) ?? 0;
    seen.set(domain, index + 1);
    return [{ domain, index, paths: layers.map(({ path }) => path) }];
  });
  return { ...emptyMap, version: text.length > editableSource ? null : versionOf(text), place, settings };
}

/** Names a text. */
function versionOf(text: string): string {
  return createHash("sha256").update(text).digest("base64url");
}
