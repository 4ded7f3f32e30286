import { describeKey } from "../keys/index.ts";
import { decodeBase64 } from "../plist/base64.ts";
import type { TypedJson } from "../plist/typed-json.ts";
import type { PlistValue } from "../plist/value.ts";
import { holdsSecretText } from "./secret-content.ts";

/** Names of settings that hold credentials, for payloads and places that the catalogue does not know. */
const secretName =
  /(secret|licen[cs]e(?:file|_?key)?|passphrase|password|passwd|token|private_?key|api_?key|psk|challenge)$/i;

/**
 * Whether a value must never leave the document: by the catalogue, by the name of its key or of a group that it stands in, by what it
 * holds (`holdsSecretText`), and all data of payloads for certificates and identities. This is the one rule: the page, the source, drafts, findings,
 * comparisons and reports ask it.
 *
 * @param domain preference domain, else the type of the payload; null for keys of the profile itself
 * @param keyPath dotted path inside the settings; positions in lists as `[0]` or `.0`
 */
export function isSecretSetting(domain: string | null, keyPath: string, value: PlistValue): boolean {
  if (holdsSecretText(value)) return true;
  // As `compareProfiles` marks a following payload of one domain.
  const path = keyPath.replace(/^\[\d+\]\./, "");
  const known = describeKey(domain ?? "", path);
  if (known !== null) return known.sensitive === true;
  const isContainer = value.kind === "dict" || value.kind === "array";
  if (isTextLike[value.kind] === true && secretName.test(path)) return true;
  if (value.kind === "data" && domain?.startsWith(certificates) === true) return true;
  return !isContainer && isInSecretGroup(domain, path);
}

/** Whether a word is the name of a secret in any payload: for texts of which nobody knows where in a profile they stand. */
export function isSecretName(word: string): boolean {
  return secretName.test(word);
}

/** The same for a value in typed JSON. */
export function isSecretJson(domain: string | null, keyPath: string, value: TypedJson): boolean {
  return isSecretSetting(domain, keyPath, scalarOf(value));
}

const isTextLike: Partial<Record<PlistValue["kind"], true>> = { string: true, data: true, array: true };

/** Apple's payloads for certificates and identities: `com.apple.security.pkcs12`, `.pem`, `.root`, `.scep` and so on. */
const certificates = "com.apple.security.";

/** Whether a dictionary or list around the value has such a name: what it holds has names of its own. */
function isInSecretGroup(domain: string | null, path: string): boolean {
  for (const { index } of path.matchAll(/[.[]/g)) {
    const group = path.slice(0, index);
    if (!secretName.test(group)) continue;
    const known = describeKey(domain ?? "", group);
    if (known === null || known.sensitive === true) return true;
  }
  return false;
}

const plain: PlistValue = { kind: "boolean", value: false };

/** As much of a value in typed JSON as the rule looks at. */
function scalarOf(value: TypedJson): PlistValue {
  if (typeof value === "string") return { kind: "string", value };
  if (typeof value !== "object") return plain;
  if (Array.isArray(value)) return { kind: "array", items: [] };
  const [mark, more] = Object.entries(value);
  if (mark === undefined || more !== undefined || !/^\$[a-z]/.test(mark[0]))
    return { kind: "dict", entries: new Map() };
  if (mark[0] !== "$data" || typeof mark[1] !== "string") return plain;
  return { kind: "data", bytes: decodeBase64(mark[1]) ?? new Uint8Array() };
}
