import type { SettingLine } from "../history/index.ts";
import { describeKey } from "../keys/index.ts";
import type { Mask } from "./mask.ts";
import { plainText } from "./plain-text.ts";
import { settingKind } from "./setting-kind.ts";

/** Preference domains and payload types that name a product and not a customer. */
const publicDomain = /^(?:com\.(?:jamf|jamfsoftware|apple|microsoft)(?:\.|$)|Configuration$)/;

/** Numbers, versions and switches that were written as text. */
const plainValue = /^(?:\d{1,8}|\d{1,4}(?:\.\d{1,4}){1,3}|true|false|yes|no|system|user|computer)$/i;

/** Dates and numbers as lines of settings have them. */
const typedScalar = /^\{"\$(?:date|integer|real)":"?[\w:.+-]+"?\}$/;

/** The text of one setting with labels for what it names; texts that people wrote become a label as a whole. */
export function maskSettingText(domain: string | null, keyPath: string, text: string, mask: Mask): string {
  const plain = plainText(text);
  if (plain.trim() === "") return plain;
  const payload = payloadText(keyPath, plain, mask);
  if (payload !== null) return payload;
  switch (settingKind(domain, keyPath, text)) {
    case "tenant":
      return mask.value("tenant", plain);
    case "app":
      return mask.value("app", plain);
    case "realm":
      return mask.value("domain", plain);
    case "host":
      return /^[a-z]+:\/\//i.test(plain) ? mask.url(plain) : mask.value("host", plain);
    case "account":
      return mask.value("person", plain);
    case "scopes":
      return plain.replace(/[^\s+]+/g, (scope) => maskScope(scope, mask));
    case "codes":
      return /^(?:AADSTS)?\d{1,9}$/.test(plain) ? plain : mask.value("text", plain);
    case "claim":
      return /^[\w.:-]{1,60}$/.test(plain) ? mask.text(plain) : mask.value("text", plain);
    case "role":
      return mask.text(plain);
    case "path":
      return mask.value("path", plain);
    case "provider":
      return /^[\w -]{1,30}$/.test(plain) ? mask.text(plain) : mask.value("text", plain);
    case "choice":
      return plain;
    case "other":
      return other(plain, mask);
  }
}

/** Names of permissions stay; the application that they belong to gets its label. */
function maskScope(scope: string, mask: Mask): string {
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(scope)) return mask.url(scope);
  return /^\.?[A-Za-z][\w.-]{0,60}$/.test(scope) ? mask.text(scope) : mask.value("text", scope);
}

function other(plain: string, mask: Mask): string {
  if (plainValue.test(plain) || typedScalar.test(plain)) return plain;
  if (/^[a-z][a-z0-9+.-]*:\/\/\S+$/i.test(plain)) return mask.url(plain);
  if (/^[~/]/.test(plain)) return mask.value("path", plain);
  return mask.value("text", plain);
}

/** The keys that describe a payload; null for a setting. */
function payloadText(keyPath: string, plain: string, mask: Mask): string | null {
  const key = keyPath.split(".").at(-1) ?? keyPath;
  switch (key) {
    case "PayloadType":
      return publicDomain.test(plain) ? mask.text(plain) : mask.value("settings", plain);
    case "PayloadIdentifier":
      return publicDomain.test(plain) ? mask.text(plain) : `com.example.${mask.value("payload", plain)}`;
    case "PayloadUUID":
      return uuidOf(mask.value("payload", plain), plain);
    case "PayloadScope":
      return plain === "System" || plain === "User" ? plain : mask.value("text", plain);
    case "PayloadOrganization":
      return mask.value("organization", plain);
    case "PayloadDisplayName":
    case "PayloadDescription":
      return publicDomain.test(plain) ? mask.text(plain) : mask.value("name", plain);
    default:
      return null;
  }
}

/** A payload's UUID stays a UUID; the number in it is that of the label. */
function uuidOf(label: string, plain: string): string {
  const number = /^payload-(\d+)$/.exec(label)?.[1];
  if (number === undefined) return label;
  const digits = `00000000-0000-4000-8000-${number.padStart(12, "0")}`;
  return plain === plain.toUpperCase() ? digits.toUpperCase() : digits;
}

/** A setting of a run with labels; what had to be changed is marked, because it can no longer be compared. */
export function maskSettingLine(line: SettingLine, mask: Mask): SettingLine {
  const domain = line.domain === null ? null : maskSettingText(null, "PayloadType", line.domain, mask);
  const key = { ...line, domain, keyPath: maskKeyPath(line, mask) };
  if (line.kind === "secret") return { ...key, value: "" };
  const isList = describeKey(line.domain ?? "", line.keyPath)?.type === "array";
  const parts = isList ? line.value.split(", ") : [line.value];
  const value = parts.map((part) => maskSettingText(line.domain, line.keyPath, part, mask)).join(", ");
  return value === line.value ? { ...key, value } : { ...key, value, kind: "masked" };
}

function maskKeyPath({ domain, keyPath }: SettingLine, mask: Mask): string {
  return describeKey(domain ?? "", keyPath) === null ? mask.text(keyPath) : keyPath;
}
