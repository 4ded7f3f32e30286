import { readProviderJson } from "../json/read-bounded.ts";
import type { Exchange } from "../login-result.ts";
import { findSecrets } from "./find-secrets.ts";
import { formRanges } from "./form.ts";
import { maskJson } from "./json.ts";
import { isSecretHeader, masked } from "./names.ts";
import type { KnownSecrets } from "./needles.ts";
import { pageSummary } from "./page.ts";
import { cutMark } from "./ranges.ts";
import { maskSecrets, maskWith } from "./secrets.ts";
import { namedRanges } from "./text.ts";
import { tokenRanges } from "./tokens.ts";
import { maskUrl } from "./url.ts";

/** One side of an HTTP exchange as it was on the wire. */
export type RawExchange = Exchange;

/** Characters of a body that are kept; what follows is counted, not shown. */
const longestBody = 8_000;
/** The same of the line and of one header. No server takes longer ones. */
const longestLine = 8_000;
const longestName = 200;
const mostHeaders = 100;

/** The form of an exchange that may be stored, shown and shared. The only way from the wire to a step. */
export function maskExchange(raw: RawExchange, known: KnownSecrets): Exchange {
  return {
    line: maskLine(raw.line, known),
    headers: maskHeaders(raw.headers, known),
    body: maskBody(raw.body, contentType(raw.headers), known),
  };
}

function maskLine(line: string, known: KnownSecrets): string {
  const parts = /^(\S+) (\S+:\/\/\S+)$/.exec(line);
  if (parts?.[1] === undefined || parts[2] === undefined) return maskSecrets(line, known, longestLine);
  return `${parts[1]} ${maskUrl(parts[2], known, longestLine)}`;
}

function maskHeaders(headers: Readonly<Record<string, string>>, known: KnownSecrets): Record<string, string> {
  const entries = Object.entries(headers);
  const shown = entries
    .slice(0, mostHeaders)
    .map(([name, value]) => [maskSecrets(name, known, longestName), maskHeader(name, value, known)]);
  const more = entries.length - mostHeaders;
  return Object.fromEntries(more > 0 ? [...shown, ["…", `${more} more headers`]] : shown);
}

function maskHeader(name: string, value: string, known: KnownSecrets): string {
  if (isSecretHeader(name)) return masked;
  return name.toLowerCase() === "location"
    ? maskUrl(value, known, longestLine)
    : maskSecrets(value, known, longestLine);
}

function contentType(headers: Readonly<Record<string, string>>): string {
  const entry = Object.entries(headers).find(([name]) => name.toLowerCase() === "content-type");
  return entry?.[1].toLowerCase() ?? "";
}

function maskBody(body: string, type: string, known: KnownSecrets): string {
  if (body === "") return "";
  if (type.includes("x-www-form-urlencoded")) {
    return maskWith(body, longestBody, (seen) => [...findSecrets(seen, known), ...formRanges(seen)]);
  }
  // Tried on every body whatever its type says: a server that mislabels its JSON must not unmask it.
  const json = /^\s*[[{"]/.test(body) ? readProviderJson(body) : null;
  if (json?.ok === true) return maskJsonBody(json.value, body.length, known);
  const text = pageSummary(body) ?? body;
  return maskWith(text, longestBody, (seen) => [
    ...findSecrets(seen, known),
    ...tokenRanges(seen),
    ...namedRanges(seen),
  ]);
}

/** Only as much as can be shown is masked and written down again. */
function maskJsonBody(value: unknown, length: number, known: KnownSecrets): string {
  const room = { characters: longestBody, values: longestBody / 4, text: longestBody, name: longestName };
  const shown = JSON.stringify(maskJson(value, known, room), null, 2);
  if (shown.length <= longestBody) return shown;
  return shown.slice(0, longestBody) + cutMark(Math.max(length, shown.length) - longestBody);
}
