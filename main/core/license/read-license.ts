import { decodeBase64 } from "../plist/base64.ts";
import { formatWholeSeconds, parseDate } from "../plist/date.ts";
import { readPlist } from "../plist/index.ts";
import type { PlistDict, PlistValue } from "../plist/value.ts";
import { fail, type Problem, type Result, succeed } from "../problem.ts";
import type { License, LicenseDate } from "./license.ts";

/** Real licenses are a kilobyte or two; more than this is something else. */
const maximumBytes = 256 * 1024;

/** Base64 of a license file, or Base64 of that: scripts and templates encode it once too often. */
const mostEncodings = 2;

/**
 * The license that a value of `LicenseFile` holds: data, or Base64 text.
 *
 * Problems: `license-empty`, `license-placeholder`, `license-too-large`, `license-not-base64`, `license-not-readable`,
 * `license-not-a-license`. None of them quotes the value.
 */
export function readLicenseValue(value: PlistValue): Result<License> {
  if (value.kind === "data") return readLicense(value.bytes);
  if (value.kind === "string") return readText(value.value, mostEncodings - 1);
  return fail({
    ...notReadable,
    detail: `It is ${value.kind === "dict" ? "a dictionary" : `of the type ${value.kind}`}, and a license is data or Base64 text.`,
  });
}

/** The license in the bytes of a `.jamfconnectlicense` file, or of Base64 text of one. Problems as `readLicenseValue`. */
export function readLicense(bytes: Uint8Array): Result<License> {
  return readLayer(bytes, mostEncodings);
}

/** Whether a property list is a license file and not the settings of a domain. */
export function isLicense(root: PlistDict): boolean {
  const has = (key: string): boolean => root.entries.has(key);
  return has("LicenseKey") && (has("ExpirationDate") || has("NumberOfClients"));
}

/** What an opened license file says. */
export function licenseFrom(root: PlistDict): License {
  return {
    name: textAt(root, "Name"),
    email: textAt(root, "Email"),
    product: textAt(root, "Product"),
    edition: textAt(root, "Edition"),
    clients: numberAt(root, "NumberOfClients"),
    issued: dateAt(root, "DateIssued"),
    expires: dateAt(root, "ExpirationDate"),
    majorVersion: textAt(root, "MajorVersion"),
  };
}

function readLayer(bytes: Uint8Array, left: number): Result<License> {
  if (bytes.length === 0) return fail(empty);
  if (bytes.length > maximumBytes) return fail(tooLarge);
  const inner = left > 0 ? asText(bytes) : null;
  if (inner !== null && /^[A-Za-z0-9+/=\s]+$/.test(inner)) return readText(inner, left - 1);
  const reading = readPlist(bytes);
  if (!reading.ok) return fail(notReadable);
  const { value } = reading.value;
  if (value.kind !== "dict" || !hasAnyField(value)) return fail(notALicense);
  return succeed(licenseFrom(value));
}

function readText(text: string, left: number): Result<License> {
  const trimmed = text.trim();
  if (trimmed === "") return fail(empty);
  if (trimmed.length > maximumBytes) return fail(tooLarge);
  if (/\$\{|\{\{|^\$|^\[/.test(trimmed)) return fail(placeholder);
  if (trimmed.startsWith("<")) return readLayer(new TextEncoder().encode(trimmed), 0);
  const bytes = decodeBase64(trimmed);
  return bytes === null ? fail(notBase64) : readLayer(bytes, left);
}

function asText(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

const fields = ["ExpirationDate", "NumberOfClients", "LicenseKey", "DateIssued"];

function hasAnyField(root: PlistDict): boolean {
  return fields.some((field) => root.entries.has(field));
}

function textAt(root: PlistDict, key: string): string | null {
  const value = root.entries.get(key);
  if (value?.kind === "integer") return value.value.toString();
  const text = value?.kind === "string" ? value.value.trim() : "";
  return text === "" ? null : text;
}

function numberAt(root: PlistDict, key: string): number | null {
  const text = textAt(root, key);
  return text !== null && /^\d{1,9}$/.test(text) ? Number(text) : null;
}

/** Scripts that read licenses take the part before the first blank of a text as the day. */
function dateAt(root: PlistDict, key: string): LicenseDate | null {
  const value = root.entries.get(key);
  if (value?.kind === "date") {
    const asWritten = formatWholeSeconds(value.time);
    return { day: asWritten.slice(0, 10), asWritten };
  }
  const asWritten = textAt(root, key);
  if (asWritten === null) return null;
  const day = /^(\d{4}-\d\d-\d\d)(?:[T\s].*)?$/s.exec(asWritten)?.[1];
  return { day: day === undefined || parseDate(`${day}T00:00:00Z`) === null ? null : day, asWritten };
}

const again = "Download the license from Jamf Account again and take the file itself, or its Base64 text.";

const empty: Problem = {
  code: "license-empty",
  title: "The license is empty.",
  detail: "There is nothing in it.",
  fix: `${again} Without a license, remove the key.`,
};

const placeholder: Problem = {
  code: "license-placeholder",
  title: "A placeholder stands where the license belongs.",
  detail: "Another tool fills it in later, or was meant to.",
  fix: "Check that the tool fills it in before the profile reaches a Mac.",
};

const tooLarge: Problem = {
  code: "license-too-large",
  title: "This is too large for a license.",
  detail: `It has more than ${maximumBytes / 1024} KB; a license has one or two.`,
  fix: again,
};

const notBase64: Problem = {
  code: "license-not-base64",
  title: "The license is not complete Base64 text.",
  detail: "A character does not belong there, or the end is missing.",
  fix: again,
};

const notReadable: Problem = {
  code: "license-not-readable",
  title: "The license cannot be read.",
  detail: "It is not a property list, or a damaged one.",
  fix: again,
};

const notALicense: Problem = {
  code: "license-not-a-license",
  title: "This is a property list, but not a license.",
  detail: `It has none of ${fields.join(", ")}.`,
  fix: again,
};
