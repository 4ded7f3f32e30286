import { decodeBase64 } from "../plist/base64.ts";
import type { PlistValue } from "../plist/value.ts";

/** Whether a value is a secret by what it holds, under whatever key it stands. Of lists and dictionaries each value is asked about. */
export function holdsSecretText(value: PlistValue): boolean {
  if (value.kind === "data") return holdsKey(value.bytes);
  if (value.kind !== "string") return false;
  return hasPemKey(value.value) || hasAddressWithPassword(value.value) || holdsEncodedKey(value.value);
}

/** RFC 7468, sections 10 and 11, and the older names of OpenSSL and OpenSSH; PKCS#12 has no name there, OpenSSL writes `PKCS12`. */
function hasPemKey(text: string): boolean {
  return text.includes("PRIVATE KEY-----") || text.includes("-----BEGIN PKCS12-----");
}

/**
 * `smb://name:password@server`, anywhere in a text (RFC 3986, section 3.2.1). People also write passwords with characters that
 * an address has no room for, so only a number before the next slash is taken for a port.
 */
const addressWithPassword =
  /([a-z][a-z0-9+.-]{0,40}:\/\/[^\s/?#@:]{0,256}:)(?!\d{1,5}(?:[/?#]|$))[^\s@]{1,512}@/i;

function hasAddressWithPassword(text: string): boolean {
  return text.includes("@") && text.includes("://") && addressWithPassword.test(text.replaceAll(":…@", "@"));
}

/** A text in which dots stand for the passwords of its addresses. */
export function withoutPasswords(text: string): string {
  return hasAddressWithPassword(text)
    ? text.replace(new RegExp(addressWithPassword, "gi"), (_, before: string) => `${before}…@`)
    : text;
}

/** The beginnings of Base64 of a DER sequence and of a PEM text. */
const encodedKey = /^\s*(?:M[A-I]|LS0tLS1)[A-Za-z0-9+/=\s]+$/;

function holdsEncodedKey(text: string): boolean {
  if (!encodedKey.test(text)) return false;
  const bytes = decodeBase64(text);
  return bytes !== null && holdsKey(bytes);
}

function holdsKey(bytes: Uint8Array): boolean {
  return isKeyStructure(bytes) || hasPemKey(latin(bytes));
}

/**
 * Whether bytes are a private key or an identity in DER or BER: PKCS#12 (RFC 7292, section 4), PKCS#8 (RFC 5958, sections 2 and 3), PKCS#1
 * (RFC 8017, appendix A.1.2), SEC 1 (RFC 5915). All are a sequence that begins with a small version, or with a way of encryption by a password;
 * certificates, public keys and signatures begin otherwise.
 */
function isKeyStructure(bytes: Uint8Array): boolean {
  if (bytes[0] !== sequence) return false;
  const [a, b, c] = bytes.subarray(contentStart(bytes, 0));
  if (a === 0x02 && b === 0x01) return c === 0 || c === 1 || c === 3;
  if (a !== sequence) return false;
  const inner = bytes.subarray(contentStart(bytes, contentStart(bytes, 0)));
  return [passwordBased, pkcs12PasswordBased].some((oid) =>
    oid.every((byte, index) => inner[index] === byte),
  );
}

const sequence = 0x30;
/** 1.2.840.113549.1.5 (RFC 8018) and 1.2.840.113549.1.12.1 (RFC 7292, appendix C), without their last numbers. */
const passwordBased = [0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x05];
const pkcs12PasswordBased = [0x06, 0x0a, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x0c, 0x01];

/** Where the content of the element at a place begins: its length takes one byte, or as many more as that says. */
function contentStart(bytes: Uint8Array, at: number): number {
  const length = bytes[at + 1] ?? 0;
  return at + 2 + (length > 0x80 ? length - 0x80 : 0);
}

/** Bytes as characters, those of UTF-16 without what is between them. */
function latin(bytes: Uint8Array): string {
  const isWide = bytes[0] === 0xff || bytes[0] === 0xfe || bytes[1] === 0;
  const text = new TextDecoder("latin1").decode(bytes);
  return isWide ? text.replaceAll("\0", "") : text;
}
