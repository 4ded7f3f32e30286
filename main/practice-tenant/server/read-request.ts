import type { IncomingMessage } from "node:http";
import type { PracticeRequest } from "./http.ts";

/** No setup script comes near this. */
const MAX_BODY_BYTES = 256 * 1024;

/**
 * No form comes near this. What an authorize request says is kept while its sign-in lasts, a thousand of them at a time, and any page
 * of the web can send forms here; what comes in an address is kept short by Node already.
 */
const MAX_FORM_BYTES = 32 * 1024;
const FORM = "application/x-www-form-urlencoded";

/** Reads a request; `too-large` and `malformed` are the two ways in which there is nothing to read. */
export async function readRequest(
  message: IncomingMessage,
): Promise<PracticeRequest | "too-large" | "malformed"> {
  const headers = flatten(message.headers);
  const type = (headers["content-type"] ?? "").split(";")[0]?.trim().toLowerCase();
  const body = await readBody(message, type === FORM ? MAX_FORM_BYTES : MAX_BODY_BYTES);
  if (body === null) return "too-large";
  const target = URL.canParse(message.url ?? "/", "http://127.0.0.1")
    ? new URL(message.url ?? "/", "http://127.0.0.1")
    : null;
  const segments = target === null ? null : decodeSegments(target.pathname);
  if (target === null || segments === null) return "malformed";
  return {
    method: message.method ?? "GET",
    segments,
    query: target.searchParams,
    form: new URLSearchParams(type === FORM ? body : ""),
    json: type === "application/json" ? parseJson(body) : undefined,
    headers,
    cookies: readCookies(headers["cookie"] ?? ""),
  };
}

async function readBody(message: IncomingMessage, most: number): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of message) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > most) return null;
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function decodeSegments(path: string): string[] | null {
  try {
    return path
      .split("/")
      .filter((part) => part !== "")
      .map((part) => decodeURIComponent(part));
  } catch {
    return null; // A stray % that encodes nothing.
  }
}

function flatten(headers: IncomingMessage["headers"]): Record<string, string> {
  const flat: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) flat[name] = Array.isArray(value) ? value.join(", ") : value;
  }
  return flat;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // The endpoint answers for a body that is missing and for one that is not JSON alike.
  }
}

function readCookies(header: string): ReadonlyMap<string, string> {
  const cookies = new Map<string, string>();
  for (const pair of header.split(";")) {
    const at = pair.indexOf("=");
    if (at > 0) cookies.set(pair.slice(0, at).trim(), pair.slice(at + 1).trim());
  }
  return cookies;
}
