import { bringInto } from "../../../preload/contract/merge-lines.ts";
import type { CallInput, UnstoredTexts } from "../../../preload/contract.ts";
import type { PlistValue } from "../../core/plist/value.ts";
import {
  isSecretSetting,
  leftOutIn,
  type ProfileDocument,
  withoutTypedSecrets,
} from "../../core/profile/index.ts";
import { valueAt } from "./left-out.ts";
import { sourceOf } from "./masked-source.ts";
import type { OpenDocument, Unstored } from "./open-document.ts";

const nothing: Unstored = { fields: [], source: null };

/** The document with what its page says; a text of a secret is not kept at all. */
export function keepUnstored(
  open: OpenDocument,
  { fields, source }: Pick<CallInput<"document.keepUnstored">, "fields" | "source">,
): OpenDocument {
  const kept = fields.filter(({ payload, path, text }) => {
    const value: PlistValue = { kind: "string", value: text };
    return !isSecretSetting(payload.domain, path.join("."), value);
  });
  return { ...open, unstored: { fields: kept, source: sourceToKeep(open, source) } };
}

function sourceToKeep(
  open: OpenDocument,
  source: CallInput<"document.keepUnstored">["source"],
): Unstored["source"] {
  if (source === null) return null;
  const { source: base, sourceMap } = sourceOf(open.document, leftOutIn(open.document, open.mark));
  return sourceMap.version === source.version ? { text: source.text, base } : (open.unstored?.source ?? null);
}

/** What a page shows again: a source that was typed over an older state follows the document. */
export function unstoredTexts({ document, mark, unstored }: OpenDocument): UnstoredTexts {
  const { fields, source } = unstored ?? nothing;
  if (source === null) return { fields, source: null };
  const now = sourceOf(document, leftOutIn(document, mark)).source;
  return { fields, source: bringInto(source.base, source.text, now) };
}

/**
 * The same for a draft, which holds no secrets.
 *
 * @param left the document as the draft holds it
 */
export function unstoredForDraft(
  unstored: Unstored | undefined,
  document: ProfileDocument,
  left: ProfileDocument,
  mark: string,
): UnstoredTexts {
  const { fields, source } = unstored ?? nothing;
  if (source === null) return { fields, source: null };
  const leftOut = leftOutIn(left, mark);
  const shown = sourceOf(left, leftOut).source;
  const secrets = leftOut.flatMap(({ path }) => textsOf(valueAt(document.root, path)));
  const merged = bringInto(source.base, source.text, shown);
  return { fields, source: withoutTypedSecrets(merged, new Set(shown.split("\n")), secrets) };
}

/** What was typed over the source of a draft, as what was typed over that of the restored document. */
export function unstoredOfDraft(
  { fields, source }: UnstoredTexts,
  left: ProfileDocument,
  mark: string,
): Unstored {
  return {
    fields,
    source: source === null ? null : { text: source, base: sourceOf(left, leftOutIn(left, mark)).source },
  };
}

function textsOf(value: PlistValue | null): readonly string[] {
  if (value?.kind === "string") return [value.value];
  return value?.kind === "array" ? value.items.flatMap(textsOf) : [];
}
