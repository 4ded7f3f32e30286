import { masked, treatmentOf } from "./names.ts";
import { maskTokens } from "./tokens.ts";
import { shortenUserName } from "./user-name.ts";

/** `name=value` of forms, addresses and cookies. */
const pair = /(?<![\w-])([A-Za-z][\w-]{0,63})=([^\s&;,"'<>]+)/g;

/** `"name": "value"` of JSON, also escaped inside a string. */
const member = /(\\?")([A-Za-z][\w-]{0,63})\1(\s{0,8}:\s{0,8})\1((?:[^"\\]|\\[^"])*)\1/g;

/** `Password: value` and `Authorization: Bearer value` of logs and headers; other names are too common in sentences. */
const line =
  /(?<![\w-])(authorization|cookie|set-cookie|password|passwd|client_secret|refresh_token|access_token|id_token)(\s{0,8}:\s{0,8})((?:(?:Bearer|Basic|DPoP)\s+)?[^\s"',;]+)/gi;

/**
 * Masks what somebody pasted, of which nobody knows what is secret in it: values whose names say so, and tokens. User
 * names are shortened. An error code stays, although a code of another kind is a secret.
 */
export function maskText(text: string): string {
  const named = text
    .replace(member, (whole, quote: string, name: string, colon: string, value: string) => {
      const shown = shownValue(name, value);
      return shown === value ? whole : `${quote}${name}${quote}${colon}${quote}${shown}${quote}`;
    })
    .replace(pair, (_, name: string, value: string) => `${name}=${shownValue(name, value)}`)
    .replace(line, (_, name: string, colon: string) => `${name}${colon}${masked}`);
  return maskTokens(named);
}

function shownValue(name: string, value: string): string {
  switch (treatmentOf(name)) {
    case "secret":
      return value === "" || /^\d{4,8}$/.test(value) ? value : masked;
    case "user-name":
      return shortenUserName(value);
    case "plain":
      return value;
  }
}
