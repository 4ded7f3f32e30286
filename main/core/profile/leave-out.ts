import type { PlistValue } from "../plist/value.ts";
import type { ProfileDocument } from "./document.ts";
import type { KeyPath } from "./patch.ts";
import { listPayloads } from "./payloads.ts";
import { isSecretSetting } from "./secret-setting.ts";

/** A value that was left out of a copy of a document, or that is still missing in one. */
export type LeftOut = {
  /** From the root of the document. */
  readonly path: KeyPath;
  /** Preference domain, else the type of the payload; null for keys of the profile itself. */
  readonly domain: string | null;
  /** Dotted path inside the settings. */
  readonly keyPath: string;
};

/**
 * A copy without secrets, for a disk that outlives the work: values that the catalogue or the name of their key calls secret,
 * what payloads of certificates hold, private keys in PEM, and addresses with a password in them.
 *
 * @param mark stands where a value was, in its kind where that can hold a text; has to be one that no file holds
 */
export function leaveOutSecrets(document: ProfileDocument, mark: string): ProfileDocument {
  const walk = walker(document, (value, place, isInSecret) => {
    if (isMark(value, mark)) return null;
    return isInSecret || isSecret(value, place) ? markLike(value, mark) : null;
  });
  const value = walk(document.root);
  return value.kind === "dict" ? { ...document, root: value } : document;
}

/** The places where the mark still stands. */
export function leftOutIn(document: ProfileDocument, mark: string): readonly LeftOut[] {
  const found: LeftOut[] = [];
  walker(document, (value, place) => {
    if (isMark(value, mark)) found.push(place);
    return null;
  })(document.root);
  return found;
}

type Visit = (value: PlistValue, place: LeftOut, isInSecret: boolean) => PlistValue | null;

/** Goes through every value below the root; what `visit` gives back takes its place. Unchanged parts are shared. */
function walker(document: ProfileDocument, visit: Visit) {
  const domains = new Map(
    listPayloads(document).flatMap(({ domain, type, layers }) =>
      layers.map(({ path }) => [JSON.stringify(path), domain ?? type] as const),
    ),
  );
  const below = (value: PlistValue, place: LeftOut, names: readonly string[], isIn: boolean): PlistValue => {
    const child = (step: string | number, inner: PlistValue): PlistValue => {
      const path = [...place.path, step];
      const own = domains.get(JSON.stringify(path));
      const isLayer = own !== undefined;
      const nextNames = isLayer ? [] : [...names, String(step)];
      const next = { path, domain: isLayer ? own : place.domain, keyPath: nextNames.join(".") };
      const isSecretGroup = isIn || (inner.kind === "dict" && !isLayer && isNamedSecret(next));
      const instead = visit(inner, next, isSecretGroup && !isContainer(inner));
      return instead ?? below(inner, next, nextNames, isSecretGroup);
    };
    if (value.kind === "dict") {
      const entries = [...value.entries].map(([key, inner]) => [key, child(key, inner)] as const);
      return entries.every(([key, inner]) => inner === value.entries.get(key))
        ? value
        : { kind: "dict", entries: new Map(entries) };
    }
    if (value.kind !== "array") return value;
    const items = value.items.map((inner, index) => child(index, inner));
    return items.every((inner, index) => inner === value.items[index]) ? value : { kind: "array", items };
  };
  const domain = domains.get("[]") ?? null;
  return (root: PlistValue) => below(root, { path: [], domain, keyPath: "" }, [], false);
}

function isContainer(value: PlistValue): boolean {
  return value.kind === "dict" || value.kind === "array";
}

function isNamedSecret({ domain, keyPath }: LeftOut): boolean {
  return isSecretSetting(domain, keyPath, { kind: "string", value: "" });
}

function isSecret(value: PlistValue, { domain, keyPath }: LeftOut): boolean {
  if (value.kind === "string" && value.value === "") return false;
  if (keyPath !== "" && isSecretSetting(domain, keyPath, value)) return true;
  if (value.kind === "data") return isOfCertificate(domain) || holdsPrivateKey(latin(value.bytes));
  return value.kind === "string" && (holdsPrivateKey(value.value) || addressWithPassword.test(value.value));
}

/** Apple's payloads for certificates and identities: `com.apple.security.pkcs12`, `.pem`, `.root`, `.scep` and so on. */
function isOfCertificate(domain: string | null): boolean {
  return domain?.startsWith("com.apple.security.") === true;
}

function holdsPrivateKey(text: string): boolean {
  return /PRIVATE KEY-----/.test(text);
}

/** `smb://name:password@server`. */
const addressWithPassword = /^[a-z][a-z0-9+.-]{0,40}:\/\/[^\s/@:]{0,256}:[^\s/@]{1,256}@/i;

function latin(bytes: Uint8Array): string {
  return new TextDecoder("latin1").decode(bytes);
}

function markLike(value: PlistValue, mark: string): PlistValue {
  if (value.kind === "data") return { kind: "data", bytes: new TextEncoder().encode(mark) };
  const text: PlistValue = { kind: "string", value: mark };
  return value.kind === "array" ? { kind: "array", items: [text] } : text;
}

function isMark(value: PlistValue, mark: string): boolean {
  if (value.kind === "string") return value.value === mark;
  if (value.kind === "data") return value.bytes.length === mark.length && latin(value.bytes) === mark;
  const [only] = value.kind === "array" ? value.items : [];
  return value.kind === "array" && value.items.length === 1 && only?.kind === "string" && only.value === mark;
}
