import { describeKey } from "../keys/index.ts";
import type { TypedJson } from "../plist/typed-json.ts";
import type { PlistValue } from "../plist/value.ts";

/** Names of settings that hold credentials, for payloads and places that the catalogue does not know. */
const secretName =
  /(secret|licen[cs]e(?:file|_?key)?|passphrase|password|passwd|token|private_?key|api_?key|psk|challenge)$/i;

/** Whether a setting must never leave the document: by the catalogue, else by the name of its key. */
export function isSecretSetting(domain: string | null, keyPath: string, value: PlistValue): boolean {
  return isSecret(domain, keyPath, isTextLike[value.kind] === true);
}

/** The same for a value in typed JSON. */
export function isSecretJson(domain: string | null, keyPath: string, value: TypedJson): boolean {
  const isData = typeof value === "object" && !Array.isArray(value) && "$data" in value;
  return isSecret(domain, keyPath, typeof value === "string" || Array.isArray(value) || isData);
}

const isTextLike: Partial<Record<PlistValue["kind"], true>> = { string: true, data: true, array: true };

function isSecret(domain: string | null, keyPath: string, isTextLikeValue: boolean): boolean {
  const known = describeKey(domain ?? "", keyPath);
  if (known !== null) return known.sensitive === true;
  return isTextLikeValue && secretName.test(keyPath);
}
