import { type JsonRefusal, readProviderJson, refusalWords } from "../../core/json/read-bounded.ts";
import { NetworkError } from "../../network/fault.ts";
import type { Answer } from "./wire.ts";

export type JsonObject = Readonly<Record<string, unknown>>;

/**
 * The JSON object of an answer, read within the limits for everything that comes from a provider. Throws the
 * {@link NetworkError} that says what came instead: a web page, a redirection, nothing, or something else.
 */
export function jsonObject(answer: Answer): JsonObject {
  const host = answer.url.host;
  if (answer.status >= 300 && answer.status < 400) {
    throw new NetworkError(
      "redirected",
      host,
      `Status ${answer.status}: the server points to another address.`,
    );
  }
  if (answer.status === 407) throw new NetworkError("proxy-login", host, "Status 407.");
  if (answer.status === 511) throw new NetworkError("captive-portal", host, "Status 511 (RFC 6585).");
  const body = answer.text.replace(/^\uFEFF/, "").trim();
  const read = readProviderJson(body);
  if (!read.ok && read.because !== "not-json") throw beyondLimits(host, read.because);
  const value = read.ok ? read.value : undefined;
  if (typeof value === "object" && value !== null && !Array.isArray(value))
    return Object.fromEntries(Object.entries(value));
  const came = `Status ${answer.status}, ${answer.headers.get("content-type") ?? "no content type"}.`;
  if (value !== undefined && answer.status < 400) {
    throw new NetworkError("not-object", host, `It is ${nameOf(value)}. ${came}`);
  }
  throw new NetworkError(kindOf(answer, body), host, came);
}

function kindOf(answer: Answer, body: string): "http-status" | "empty" | "html" | "not-json" {
  if (answer.status >= 400) return "http-status";
  if (body === "") return "empty";
  return body.startsWith("<") || (answer.headers.get("content-type") ?? "").includes("html")
    ? "html"
    : "not-json";
}

/** What a JSON value that is no object is called. */
function nameOf(value: unknown): string {
  if (Array.isArray(value)) return "an array";
  return value === null ? "null" : `a ${typeof value}`;
}

function beyondLimits(host: string, because: Exclude<JsonRefusal, "not-json">): NetworkError {
  return new NetworkError(
    because === "too-large" ? "too-large" : "too-complex",
    host,
    `It ${refusalWords(because)}.`,
  );
}
