/** A passphrase as bytes, in the two forms that keys are derived from. */
export type Passphrase = {
  /** RFC 8018: UTF-8. */
  readonly utf8: Buffer;
  /** RFC 7292 App. B.1: UTF-16, big end first, with two zero bytes behind. */
  readonly utf16: Buffer;
};

/** The forms of a passphrase. For the empty one programs differ in whether the two zero bytes are there. */
export function passphraseForms(text: string): readonly [Passphrase, ...Passphrase[]] {
  const utf8 = Buffer.from(text, "utf8");
  const form = { utf8, utf16: Buffer.from(`${text}\0`, "utf16le").swap16() };
  return text === "" ? [form, { utf8, utf16: Buffer.alloc(0) }] : [form];
}
