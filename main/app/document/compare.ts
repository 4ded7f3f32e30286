import type { ChangeView } from "../../../preload/contract.ts";
import { describeKey } from "../../core/keys/index.ts";
import type { TypedJson } from "../../core/plist/typed-json.ts";
import { fail, type Problem, type Result, succeed } from "../../core/problem.ts";
import { compareProfiles, isSecretJson, maskedJson, type ProfileDocument } from "../../core/profile/index.ts";
import { visibleJson, visibleQuote } from "../../core/text/visible.ts";
import type { SignatureReport } from "../../signing/index.ts";
import type { OpenDocument } from "./open-document.ts";

/**
 * The settings that differ, as `diff` finds them, with values as text. Of a secret no value is among them, only whether each side
 * has one.
 */
export function comparedViews(before: ProfileDocument, after: ProfileDocument): readonly ChangeView[] {
  return compareProfiles(before, after).map(({ domain, keyPath, before: old, after: now }) => {
    const secret = [old, now].some((value) => value !== null && isSecretJson(domain, keyPath, value));
    const text = (value: TypedJson | null) =>
      value === null ? null : secret ? "" : valueText(domain, keyPath, value);
    return {
      domain,
      keyPath,
      title: describeKey(domain ?? "", keyPath)?.title ?? null,
      secret,
      before: text(old),
      after: text(now),
    };
  });
}

/** As long as somebody reads; two long values that differ at their end still differ in length. */
const longest = 2_000;

function valueText(domain: string | null, keyPath: string, value: TypedJson): string {
  const shown = maskedJson(domain, keyPath, value);
  const text =
    typeof shown === "string"
      ? visibleQuote(shown)
      : typeof shown === "object"
        ? visibleJson(JSON.stringify(shown))
        : String(shown);
  return text.length <= longest ? text : `${text.slice(0, longest)}… (${text.length} characters)`;
}

/** What an export was signed with, as far as the roll-out asks. */
export type ExportSignature = Pick<SignatureReport, "status">;

/** The document as it was when it was last exported; only of the one that is open. */
export type LastExport = {
  /** @param signature what the export was signed with; null where it was not */
  readonly keep: (open: OpenDocument, signature: ExportSignature | null) => void;
  /** The signature of the last export while the document is still what was exported. */
  readonly signatureOf: (open: OpenDocument) => ExportSignature | null;
  readonly of: (open: OpenDocument) => Result<ProfileDocument>;
};

export function createLastExport(): LastExport {
  let last:
    | (Pick<OpenDocument, "draftId" | "document"> & { readonly signature: ExportSignature | null })
    | null = null;
  return {
    keep: ({ draftId, document }, signature) => {
      last = { draftId, document, signature };
    },
    signatureOf: ({ document }) => (last?.document === document ? last.signature : null),
    of: ({ draftId }) => (last?.draftId === draftId ? succeed(last.document) : fail(notExported)),
  };
}

const notExported: Problem = {
  code: "not-exported",
  title: "This profile has not been exported yet.",
  detail: "What was exported is known until another profile is opened or the app stops.",
  fix: "Export it, or compare it with the exported file: Another file.",
};
