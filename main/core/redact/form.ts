import { masked, treatmentOf } from "./names.ts";
import { type KnownSecrets, maskKnown } from "./secrets.ts";
import { shortenUserName } from "./user-name.ts";

/**
 * Masks a form body or query (`a=b&c=d`). Values stay encoded as they were sent, so that what is shown
 * is what went over the wire, apart from the masked ones.
 */
export function maskFields(encoded: string, known: KnownSecrets): string {
  return encoded
    .split("&")
    .map((pair) => maskPair(pair, known))
    .join("&");
}

function maskPair(pair: string, known: KnownSecrets): string {
  const equals = pair.indexOf("=");
  if (equals < 0) return maskKnown(pair, known);
  const name = pair.slice(0, equals);
  const value = pair.slice(equals + 1);
  const treatment = treatmentOf(decode(name));
  if (treatment === "secret") return `${name}=${value === "" ? "" : masked}`;
  if (treatment === "user-name") return `${name}=${shortenUserName(decode(value))}`;
  return `${name}=${maskKnown(value, known)}`;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return text;
  }
}
