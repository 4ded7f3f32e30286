import { EventEmitter } from "node:events";
import { Readable } from "node:stream";
import type { ReadableStream as WebStream } from "node:stream/web";
import { onlyKeys } from "../strict.ts";

const optionKeys = ["url", "method", "session", "redirect", "credentials", "cache", "referrerPolicy"];

/** Chromium's names for what Node reports. */
const errorNames: Readonly<Record<string, string>> = {
  ECONNREFUSED: "ERR_CONNECTION_REFUSED",
  ECONNRESET: "ERR_CONNECTION_RESET",
  ENOTFOUND: "ERR_NAME_NOT_RESOLVED",
  DEPTH_ZERO_SELF_SIGNED_CERT: "ERR_CERT_AUTHORITY_INVALID",
  SELF_SIGNED_CERT_IN_CHAIN: "ERR_CERT_AUTHORITY_INVALID",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "ERR_CERT_AUTHORITY_INVALID",
  CERT_HAS_EXPIRED: "ERR_CERT_DATE_INVALID",
  ERR_TLS_CERT_ALTNAME_INVALID: "ERR_CERT_COMMON_NAME_INVALID",
};

/**
 * `net.request` with `redirect: "manual"`, over Node's own fetch: the shape of Electron's requests, without its network
 * stack (no system proxy, no system certificates).
 */
export class StandInClientRequest extends EventEmitter {
  private readonly headers = new Headers();
  private readonly abortion = new AbortController();

  private readonly options: Electron.ClientRequestConstructorOptions;
  private incoming: Readable | null = null;

  constructor(options: Electron.ClientRequestConstructorOptions) {
    super();
    this.options = options;
    onlyKeys("ClientRequest", options, optionKeys);
    if (options.redirect !== "manual") throw new Error("stand-in: only manual redirects are covered");
  }

  setHeader(name: string, value: string): void {
    this.headers.set(name, value);
  }

  abort(): void {
    this.incoming?.destroy();
    this.incoming?.emit("aborted");
    this.abortion.abort();
    this.emit("abort");
  }

  end(chunk?: Buffer<ArrayBuffer>): this {
    void this.run(chunk).catch((error: unknown) => {
      if (!this.abortion.signal.aborted) this.emit("error", new Error(`net::${nameOf(error)}`));
    });
    return this;
  }

  private async run(body?: Buffer<ArrayBuffer>): Promise<void> {
    const { url = "", method = "GET" } = this.options;
    const response = await fetch(url, {
      method,
      headers: this.headers,
      redirect: "manual",
      signal: this.abortion.signal,
      ...(body === undefined ? {} : { body }),
    });
    const location = response.headers.get("location");
    if (response.status >= 300 && response.status < 400 && location !== null) {
      this.emit("redirect", response.status, method, new URL(location, url).href, listsOf(response.headers));
      this.emit("error", new Error("Redirect was cancelled"));
      return;
    }
    // A stream as Electron's is: its listeners are called from the loop, so an error that one throws ends the app.
    const stream = response.body === null ? Readable.from([]) : Readable.fromWeb(response.body as WebStream);
    const incoming = Object.assign(stream, {
      statusCode: response.status,
      statusMessage: response.statusText,
      headers: Object.fromEntries(response.headers),
    });
    this.incoming = incoming;
    this.emit("response", incoming);
  }
}

function listsOf(headers: Headers): Record<string, string[]> {
  return Object.fromEntries([...headers].map(([name, value]) => [name, [value]]));
}

function nameOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  return errorNames[code] ?? "ERR_FAILED";
}
