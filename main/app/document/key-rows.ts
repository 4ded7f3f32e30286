import type { KeyEntry, KeyView } from "../../../preload/contract.ts";
import { describeKey, keyDomains, keySources } from "../../core/keys/index.ts";
import { licenseText, readLicenseValue } from "../../core/license/index.ts";
import { fromTypedJson } from "../../core/plist/index.ts";
import type { TypedJson } from "../../core/plist/typed-json.ts";
import { isSecretJson, maskedJson } from "../../core/profile/index.ts";
import { writeKeyPath } from "../../core/profile/key-path.ts";
import type { KeyPath, PayloadAddress } from "../../core/profile/patch.ts";
import { unseenIn } from "./unseen-text.ts";

/** Every key of the catalogue as the editor names it. */
export function keyEntries(): readonly KeyEntry[] {
  return keyDomains.flatMap(({ domain, keys, deprecated }) =>
    keys.map(({ path, sensitive = false, source, alsoAccepted: _, valuesAsOf: _year, ...key }) => ({
      ...key,
      domain,
      keyPath: path,
      sensitive,
      sources: source.flatMap((id) => keySources[id] ?? []),
      isOldDomain: deprecated !== undefined,
    })),
  );
}

type Settings = { readonly [key: string]: TypedJson };

/** Where the settings stand, for the page; and the domain, else the type of the payload, which says what is a secret. */
type RowsOf = { readonly address: PayloadAddress; readonly domain: string | null };

/** One row for each setting of a payload; dictionaries are opened, arrays stay one row. */
export function keyRows(
  address: PayloadAddress,
  settings: Settings,
  domain: string | null = address.domain,
): readonly KeyView[] {
  return Object.entries(settings).flatMap(([key, value]) =>
    rowsUnder({ address, domain }, [unescapeKey(key)], value),
  );
}

function rowsUnder(of: RowsOf, path: KeyPath, value: TypedJson): readonly KeyView[] {
  if (isSettings(value) && Object.keys(value).length > 0) {
    return Object.entries(value).flatMap(([key, inner]) => rowsUnder(of, [...path, unescapeKey(key)], inner));
  }
  const { address: payload, domain } = of;
  const keyPath = writeKeyPath(path);
  const secret = isSecretJson(domain, keyPath, value);
  // Each secret inside a list is a mark, and what is typed in its place replaces it.
  const shown = secret ? "" : maskedJson(domain, keyPath, value, { $secret: true });
  return [
    {
      payload,
      path,
      keyPath,
      type: typeName(value),
      value: shown,
      display: secret
        ? secretText({ payload, keyPath }, value)
        : displayText(maskedJson(domain, keyPath, value)),
      secret,
      unseen: secret ? null : unseenIn(payload.domain, keyPath, shown),
    },
  ];
}

/** What may be shown of a secret: of a license for whom, for how many Macs and until when it is; of others nothing. */
function secretText({ payload, keyPath }: Pick<KeyView, "payload" | "keyPath">, value: TypedJson): string {
  if (describeKey(payload.domain, keyPath)?.format !== "license") return "";
  const plist = fromTypedJson(value);
  const license = plist.ok ? readLicenseValue(plist.value) : plist;
  return license.ok ? licenseText(license.value) : license.problem.title;
}

/** What may be shown of a license in Base64; nothing where there is none. */
export function licenseLine(base64: string): string {
  if (base64 === "") return "";
  const license = readLicenseValue({ kind: "string", value: base64 });
  return license.ok ? licenseText(license.value) : license.problem.title;
}

/** Typed JSON doubles the `$` of real keys that begin with one. */
function unescapeKey(key: string): string {
  return key.startsWith("$$") ? key.slice(1) : key;
}

function isSettings(value: TypedJson): value is Settings {
  return typeof value === "object" && !Array.isArray(value) && kindMark(value as Settings) === null;
}

/** The `$data`, `$date`, … of a typed scalar; null for a dictionary. */
function kindMark(value: Settings): string | null {
  const keys = Object.keys(value);
  const [only] = keys;
  return keys.length === 1 && only !== undefined && /^\$(data|date|real|integer|uid)$/.test(only)
    ? only.slice(1)
    : null;
}

function typeName(value: TypedJson): string {
  if (Array.isArray(value)) return "array";
  if (typeof value === "object") return kindMark(value as Settings) ?? "dictionary";
  if (typeof value === "number") return Number.isInteger(value) ? "integer" : "real";
  return typeof value;
}

/** A value in a few words. */
export function displayText(value: TypedJson): string {
  if (typeof value === "boolean") return value ? "Yes" : "No";
  if (typeof value === "string" || typeof value === "number") return String(value);
  if (Array.isArray(value)) return arrayText(value);
  const settings = value as Settings;
  const mark = kindMark(settings);
  if (mark === null) return "Empty";
  const inner = settings[`$${mark}`];
  if (mark === "data") return countOf(base64Length(String(inner)), "byte", "bytes");
  return String(inner);
}

function arrayText(items: readonly TypedJson[]): string {
  if (items.length === 0) return "Empty";
  return items.every((item) => typeof item !== "object")
    ? items.map(String).join(", ")
    : countOf(items.length, "entry", "entries");
}

function countOf(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** How many bytes a base64 text stands for. */
function base64Length(text: string): number {
  return (text.length / 4) * 3 - (text.match(/=+$/)?.[0].length ?? 0);
}
