/** One request as an endpoint sees it. Form and query are parsed; nothing of it is kept after the answer. */
export type PracticeRequest = {
  readonly method: string;
  /** Path segments, decoded: `["contoso.example", "oauth2", "v2.0", "token"]`. */
  readonly segments: readonly string[];
  readonly query: URLSearchParams;
  /** Empty unless the body is `application/x-www-form-urlencoded`. */
  readonly form: URLSearchParams;
  /** Parsed JSON body, or undefined. */
  readonly json: unknown;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly cookies: ReadonlyMap<string, string>;
};

/** What an endpoint answers. */
export type Answer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: string;
  /** Where a client reads its answer, written as an address, for an answer that goes to a client. */
  readonly clientAddress?: string;
};

const noStore = { "Cache-Control": "no-store, no-cache", Pragma: "no-cache", Expires: "-1" } as const;

/** JSON with the headers that Entra puts on it. */
export function json(status: number, value: unknown, headers: Answer["headers"] = {}): Answer {
  return {
    status,
    headers: {
      ...noStore,
      "Content-Type": "application/json; charset=utf-8",
      "X-Content-Type-Options": "nosniff",
      ...headers,
    },
    body: JSON.stringify(value),
  };
}

/** Where the browser may be sent from a page, beside the practice tenant itself: `form-action` also binds redirects. */
export type PageOptions = {
  readonly formTarget?: string;
  readonly status?: number;
  readonly scriptNonce?: string;
};

/** An HTML page under a policy that allows its own style sheet and nothing else. */
export function html(body: string, options: PageOptions = {}): Answer {
  const formAction = [
    "'self'",
    ...(options.formTarget === undefined ? [] : [formSource(options.formTarget)]),
  ].join(" ");
  const script = options.scriptNonce === undefined ? "'none'" : `'nonce-${options.scriptNonce}'`;
  return {
    status: options.status ?? 200,
    headers: {
      ...noStore,
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy": `default-src 'none'; style-src 'self'; script-src ${script}; form-action ${formAction}; base-uri 'none'; frame-ancestors 'none'`,
      "X-Content-Type-Options": "nosniff",
      // Not `no-referrer`: under it a form does not say either that it comes from here.
      "Referrer-Policy": "same-origin",
    },
    body,
  };
}

/** Sends the browser on. */
export function redirect(location: string, headers: Answer["headers"] = {}): Answer {
  return {
    status: 302,
    headers: { ...noStore, Location: location, "Referrer-Policy": "no-referrer", ...headers },
    body: "",
  };
}

/** A CSP source for an address: its origin, or only the scheme where there is no origin (`jamfconnect:`). */
function formSource(address: string): string {
  const url = new URL(address);
  return url.origin === "null" ? url.protocol : url.origin;
}
