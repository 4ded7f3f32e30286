import { type ParsedJson, parseJsonText } from "../../core/json/parse.ts";
import { maximumValues } from "../../core/plist/limits.ts";
import { fail, type Problem, type Result, succeed } from "../../core/problem.ts";
import { type ProfileDocument, profileFromTypedJson, readProfile } from "../../core/profile/index.ts";
import type { SignatureReport } from "../../signing/index.ts";

/** A profile from a file, with what its signature is worth; null when it is not signed. */
export type OpenedDocument = {
  readonly document: ProfileDocument;
  readonly signature: SignatureReport | null;
};

export type OpenOptions = {
  /** Tells the preference domain of a bare property list. */
  readonly fileName: string;
  /** The same, where the caller names it. */
  readonly domain?: string | undefined;
  /** Also takes typed JSON, as `convert --to json` writes it. */
  readonly typedJson?: boolean;
};

/** How deep it may be is said where it is read: the place has a name there. */
const limits = { depth: Number.POSITIVE_INFINITY, values: maximumValues };

/** Reads a profile, out of its signature where it has one: the one way in, for every host. Problems: those of the readers. */
export async function openBytes(
  bytes: Uint8Array,
  { fileName, domain, typedJson = false }: OpenOptions,
): Promise<Result<OpenedDocument>> {
  const readOptions = { fileName, ...(domain === undefined ? {} : { domain }) };
  // Most profiles are not signed: the signature code is loaded when the content is not a property list itself.
  const plain = readProfile(bytes, readOptions);
  if (plain.ok) return succeed({ document: plain.value, signature: null });
  if (plain.problem.code === "plist-is-json" && typedJson) return openJson(bytes, readOptions);
  const { openSigned } = await import("../../signing/index.ts");
  const signed = await openSigned(bytes);
  if (!signed.ok) return signed;
  if (signed.value === null) return plain;
  const document = readProfile(signed.value.content, readOptions);
  return document.ok ? succeed({ document: document.value, signature: signed.value.signature }) : document;
}

function openJson(
  bytes: Uint8Array,
  options: { readonly fileName: string; readonly domain?: string },
): Result<OpenedDocument> {
  const json = parseJsonText(new TextDecoder().decode(bytes), limits);
  if (!json.ok) return fail(brokenJson(json));
  const document = profileFromTypedJson(json.value, options);
  return document.ok ? succeed({ document: document.value, signature: null }) : document;
}

function brokenJson({ at, endsEarly, isTooMuch }: Extract<ParsedJson, { readonly ok: false }>): Problem {
  if (isTooMuch) {
    return {
      code: "json-too-large",
      title: `The file has more than ${maximumValues} values.`,
      detail: "Real profiles have a few thousand at most.",
      fix: "Check how the file was made.",
    };
  }
  return {
    code: "json-invalid",
    title: "The file begins like JSON and is not valid JSON.",
    detail: endsEarly ? "It ends too early." : "This place breaks the rules of JSON.",
    fix: "Correct this place and try again.",
    at,
  };
}
