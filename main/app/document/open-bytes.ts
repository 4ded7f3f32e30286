import { inside, placeText, takeOut } from "../../core/container/index.ts";
import { type ParsedJson, parseJsonText } from "../../core/json/parse.ts";
import { maximumValues } from "../../core/plist/limits.ts";
import { fail, type Problem, type Result, succeed } from "../../core/problem.ts";
import {
  type ProfileDocument,
  profileFromTypedJson,
  profilesOfDump,
  readProfile,
} from "../../core/profile/index.ts";
import type { SignatureReport } from "../../signing/index.ts";
import type { WrittenDocument } from "./open-document.ts";

/** A profile from a file, with what its signature is worth; null when it is not signed. */
export type OpenedDocument = {
  readonly document: ProfileDocument;
  readonly signature: SignatureReport | null;
  /** What the profile was found inside of; null for a file that is the profile itself. */
  readonly inside: string | null;
  /** The property list that it is; null where it is only part of one, and where it is none. */
  readonly written: WrittenDocument | null;
};

export type OpenOptions = {
  /** Tells the preference domain of a bare property list. */
  readonly fileName: string;
  /** The same, where the caller names it. */
  readonly domain?: string | undefined;
  /** Also takes typed JSON, as `convert --to json` writes it. */
  readonly typedJson?: boolean;
  /** Takes a profile out of what it is inside of. Where it is not taken out, the problem `profile-inside` says where it is. */
  readonly takeOut?: boolean;
};

/** How deep it may be is said where it is read: the place has a name there. */
const limits = { depth: Number.POSITIVE_INFINITY, values: maximumValues };

/**
 * Reads a profile, out of its signature where it has one, and out of what it is inside of where that is asked for: the one way in,
 * for every host. Problems: those of the readers and of `takeOut`, and `profile-inside`.
 */
export async function openBytes(bytes: Uint8Array, options: OpenOptions): Promise<Result<OpenedDocument>> {
  const { fileName, domain, typedJson = false, takeOut: isTakenOut = false } = options;
  const readOptions = { fileName, ...(domain === undefined ? {} : { domain }) };
  // Most profiles are not signed: the signature code is loaded when the content is not a property list itself.
  const plain = readProfile(bytes, readOptions);
  if (plain.ok) return outOfDump(bytes, plain.value, isTakenOut);
  const taken = takeOut(bytes);
  if (!taken.ok) return taken;
  if (taken.value !== null) {
    const { layers } = taken.value;
    const place = placeText(layers);
    // PEM is a form of a signed file, and opening it changes nothing of what is written later.
    if (!isTakenOut && layers.some(({ kind }) => kind !== "armour")) return fail(profileInside(place));
    const inner = await openSignedOrPlain(taken.value.bytes, readOptions);
    return inner.ok ? succeed({ ...inner.value, inside: place }) : fail(inside(inner.problem, layers));
  }
  if (plain.problem.code === "plist-is-json") {
    const json = openJson(bytes, readOptions);
    if (typedJson) return json;
    // The advice to convert it holds for JSON that can be converted; of other JSON the damage is said.
    return json.ok ? plain : fail({ ...json.problem, title: `${plain.problem.title} ${json.problem.title}` });
  }
  return openSignedOrPlain(bytes, readOptions);
}

type Named = { readonly fileName: string; readonly domain?: string };

async function openSignedOrPlain(bytes: Uint8Array, options: Named): Promise<Result<OpenedDocument>> {
  const plain = readProfile(bytes, options);
  if (plain.ok) return succeed({ ...asWritten(bytes, plain.value), signature: null, inside: null });
  const { openSigned } = await import("../../signing/index.ts");
  const signed = await openSigned(bytes);
  if (!signed.ok) return signed;
  if (signed.value === null) return plain;
  const { content, signature } = signed.value;
  const document = readProfile(content, options);
  return document.ok ? succeed({ ...asWritten(content, document.value), signature, inside: null }) : document;
}

function asWritten(
  bytes: Uint8Array,
  document: ProfileDocument,
): Pick<OpenedDocument, "document" | "written"> {
  return { document, written: { bytes, document } };
}

/** What `profiles show` prints is a property list, and the profiles are inside it. */
function outOfDump(
  bytes: Uint8Array,
  document: ProfileDocument,
  isTakenOut: boolean,
): Result<OpenedDocument> {
  const dump = profilesOfDump(document);
  if (dump === null) return succeed({ ...asWritten(bytes, document), signature: null, inside: null });
  if (!isTakenOut) return fail(profileInside(dump.where));
  return succeed({ document: dump.document, written: null, signature: null, inside: dump.where });
}

/** Where a profile is inside of something, and how to get it out. */
export function profileInside(place: string): Problem {
  return {
    code: "profile-inside",
    title: "This file is no profile itself: one is inside it.",
    detail: `It is inside ${place}.`,
    fix: "Take it out first: latchkey convert FILE -o OUT.mobileconfig.",
  };
}

function openJson(bytes: Uint8Array, options: Named): Result<OpenedDocument> {
  const json = parseJsonText(new TextDecoder().decode(bytes), limits);
  if (!json.ok) return fail(brokenJson(json));
  const document = profileFromTypedJson(json.value, options);
  return document.ok
    ? succeed({ document: document.value, written: null, signature: null, inside: null })
    : document;
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
