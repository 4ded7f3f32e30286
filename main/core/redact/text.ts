import { masked, treatmentOf } from "./names.ts";
import { type Range, replaceRanges } from "./ranges.ts";
import { tokenRanges } from "./tokens.ts";
import { shortenUserName } from "./user-name.ts";

/** `name=value` of forms, addresses and cookies. */
const pair = /(?<![\w-])([A-Za-z][\w-]{0,63})=([^\s&;,"'<>]+)/dg;

/** `"name": "value"` of JSON, also escaped inside a string, also cut off in the value. */
const member = /(\\?")([A-Za-z][\w-]{0,63})\1\s{0,8}:\s{0,8}\1((?:[^"\\]|\\[^"])*)(?:\1|\\?$)/dg;

/** `Password: value` and `Authorization: Bearer value` of logs and headers; other names are too common in sentences. */
const line =
  /(?<![\w-])(?:authorization|cookie|set-cookie|password|passwd|client_secret|refresh_token|access_token|id_token)\s{0,8}:\s{0,8}((?:(?:Bearer|Basic|DPoP)\s+)?[^\s"',;]+)/dgi;

/**
 * Masks what somebody pasted, of which nobody knows what is secret in it: values whose names say so, and tokens. User
 * names are shortened. An error code stays, although a code of another kind is a secret.
 */
export function maskText(text: string): string {
  return replaceRanges(text, [...namedRanges(text), ...tokenRanges(text)]);
}

/** What has to be masked by the name that stands before it. */
export function namedRanges(text: string): readonly Range[] {
  const ranges: Range[] = [];
  const add = (value: string | undefined, place: [number, number] | undefined, shown: string): void => {
    if (place !== undefined && shown !== value) ranges.push({ start: place[0], end: place[1], shown });
  };
  for (const { 2: name = "", 3: value = "", indices } of text.matchAll(member)) {
    add(value, indices?.[3], shownValue(name, value));
  }
  for (const { 1: name = "", 2: value = "", indices } of text.matchAll(pair)) {
    add(value, indices?.[2], shownValue(name, value));
  }
  for (const { 1: value, indices } of text.matchAll(line)) add(value, indices?.[1], masked);
  return ranges;
}

/** `code=50076` of a provider, `Code=-1009` of macOS. */
const errorNumber = /^(?:\d{4,8}|-\d{3,5})$/;

function shownValue(name: string, value: string): string {
  switch (treatmentOf(name)) {
    case "secret":
      return value === "" || errorNumber.test(value) ? value : masked;
    case "user-name":
      return shortenUserName(value);
    case "plain":
      return value;
  }
}
