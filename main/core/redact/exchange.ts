import type { Exchange } from "../verdict/login-result.ts";
import { maskFields } from "./form.ts";
import { maskJson } from "./json.ts";
import { isSecretHeader, masked } from "./names.ts";
import { pageSummary } from "./page.ts";
import { type KnownSecrets, maskKnown } from "./secrets.ts";
import { maskTokens } from "./tokens.ts";
import { maskUrl } from "./url.ts";

/** One side of an HTTP exchange as it was on the wire. */
export type RawExchange = Exchange;

/** Characters of a body that are kept; what follows is counted, not shown. */
const longestBody = 8_000;

/** The form of an exchange that may be stored, shown and shared. The only way from the wire to a step. */
export function maskExchange(raw: RawExchange, known: KnownSecrets): Exchange {
  return {
    line: maskLine(raw.line, known),
    headers: maskHeaders(raw.headers, known),
    body: shorten(maskBody(raw.body, contentType(raw.headers), known)),
  };
}

function maskLine(line: string, known: KnownSecrets): string {
  const parts = /^(\S+) (\S+:\/\/\S+)$/.exec(line);
  if (parts?.[1] === undefined || parts[2] === undefined) return maskKnown(line, known);
  return `${parts[1]} ${maskUrl(parts[2], known)}`;
}

function maskHeaders(headers: Readonly<Record<string, string>>, known: KnownSecrets): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, maskHeader(name, value, known)]),
  );
}

function maskHeader(name: string, value: string, known: KnownSecrets): string {
  if (isSecretHeader(name)) return masked;
  return name.toLowerCase() === "location" ? maskUrl(value, known) : maskTokens(maskKnown(value, known));
}

function contentType(headers: Readonly<Record<string, string>>): string {
  const entry = Object.entries(headers).find(([name]) => name.toLowerCase() === "content-type");
  return entry?.[1].toLowerCase() ?? "";
}

function maskBody(body: string, type: string, known: KnownSecrets): string {
  if (body === "") return "";
  if (type.includes("x-www-form-urlencoded")) return maskFields(body, known);
  const json = parse(body);
  if (json !== undefined) return JSON.stringify(maskJson(json, known), null, 2);
  return maskTokens(maskKnown(pageSummary(body) ?? body, known));
}

/** Tried on every body whatever its type says: a server that mislabels its JSON must not unmask it. */
function parse(body: string): unknown {
  if (!/^\s*[[{"]/.test(body)) return undefined;
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function shorten(body: string): string {
  if (body.length <= longestBody) return body;
  return `${body.slice(0, longestBody)}\n… ${body.length - longestBody} more characters`;
}
