import type { Exchange } from "../login-result.ts";
import { hidden, type Mask } from "./mask.ts";
import { memberKind } from "./members.ts";
import { plainText } from "./plain-text.ts";

/** How deep nested values are followed; what lies deeper is left out. */
const deepest = 40;

/** Headers that say how, not who. Every other one keeps its name only. */
const plainHeaders: ReadonlySet<string> = new Set(
  `accept accept-language allow cache-control connection content-encoding content-language content-length content-type
  date expires keep-alive p3p pragma referrer-policy retry-after server strict-transport-security transfer-encoding
  user-agent vary www-authenticate x-content-type-options x-frame-options x-ms-clitelem x-ms-ests-server x-ms-srs
  x-xss-protection`.split(/\s+/),
);

/** The form of an exchange that may leave the machine. Secrets have gone before, when it was recorded. */
export function maskExchangeIdentities(exchange: Exchange, mask: Mask): Exchange {
  return {
    line: maskLine(exchange.line, mask),
    headers: Object.fromEntries(
      Object.entries(exchange.headers).map(([name, value]) => [
        mask.text(name),
        maskHeader(name, value, mask),
      ]),
    ),
    body: maskBody(exchange.body, mask),
  };
}

function maskLine(line: string, mask: Mask): string {
  const request = /^([A-Z]+) (\S+:\/\/\S+)$/.exec(line);
  if (request?.[1] === undefined || request[2] === undefined) return mask.text(line);
  return `${request[1]} ${mask.url(request[2])}`;
}

function maskHeader(name: string, value: string, mask: Mask): string {
  const lower = name.toLowerCase();
  if (plainHeaders.has(lower)) return mask.text(value);
  if (lower === "location" || lower === "host") return mask.member("url", value);
  return mask.member(memberKind(lower), value);
}

function maskBody(body: string, mask: Mask): string {
  if (body === "") return "";
  const json = parse(body);
  if (json !== undefined) return JSON.stringify(maskJsonIdentities(json, mask), null, 2);
  if (/^[\w.-]+=[^\s]*$/.test(body)) return maskForm(body, mask);
  return `${hidden}, ${body.length} characters`;
}

function parse(body: string): unknown {
  if (!/^\s*[[{]/.test(body)) return undefined;
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function maskForm(body: string, mask: Mask): string {
  return body
    .split("&")
    .map((pair) => {
      const [name = "", ...rest] = pair.split("=");
      const value = decode(rest.join("="));
      const kind = memberKind(decode(name));
      const masked = kind === "plain" ? mask.text(value) : mask.member(kind, value);
      return `${mask.text(decode(name))}=${plainText(masked).replaceAll(" ", "+").replaceAll("&", "%26")}`;
    })
    .join("&");
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return text;
  }
}

/** A copy of any JSON value in which only members that are known to be harmless keep their values. */
export function maskJsonIdentities(value: unknown, mask: Mask, name = "", depth = 0): unknown {
  if (depth > deepest) return hidden;
  if (typeof value === "string") return mask.member(memberKind(name), value);
  if (typeof value === "number" || typeof value === "bigint") {
    return ["number", "plain"].includes(memberKind(name)) ? value : hidden;
  }
  if (Array.isArray(value)) return value.map((element) => maskJsonIdentities(element, mask, name, depth + 1));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [
      mask.text(key),
      maskJsonIdentities(member, mask, key, depth + 1),
    ]),
  );
}
