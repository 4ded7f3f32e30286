import { fail, type Problem, type Result, succeed } from "../problem.ts";
import { readBoundedJson } from "./bounded-json.ts";
import { type ProfileAction, privilegeFor, privilegePlace } from "./privileges.ts";
import type { JamfProServer } from "./server.ts";

/** What came back for a call, read to its end. */
export type JamfProAnswer = {
  readonly status: number;
  readonly contentType: string;
  readonly text: string;
};

/** What was asked, for a sentence about the answer. */
export type Asked = {
  readonly action: ProfileAction | "sign-in" | "version";
  /** `profile 214`, `the list of profiles`. */
  readonly what: string;
};

/**
 * The answer when it is a good one, else what it means. Every problem says what Jamf Pro said, what is known of the server
 * now, and what to do.
 *
 * Problems: `jamf-pro-firewall`, `jamf-pro-unauthorized`, `jamf-pro-forbidden`, `jamf-pro-context`, `jamf-pro-not-found`,
 * `jamf-pro-name-taken`, `jamf-pro-not-stored`, `jamf-pro-refused`, `jamf-pro-throttled`, `jamf-pro-fault`, `jamf-pro-elsewhere`.
 */
export function judgeAnswer(
  answer: JamfProAnswer,
  server: JamfProServer,
  asked: Asked,
): Result<JamfProAnswer> {
  const { status } = answer;
  if (status >= 200 && status < 300) return succeed(answer);
  if (status >= 300 && status < 400) return fail(elsewhere(server, status));
  if (status === 403 && isForeignPage(answer)) return fail(firewall(server, asked));
  const code = errorCode(answer.text);
  if (code === "REQUEST_CONTEXT_NOT_PROVIDED" || code === "INVALID_REQUEST_CONTEXT_TYPE")
    return fail(contextRefused(code));
  if (code === "OWNERSHIP_FORBIDDEN") return fail(contextRefused(code));
  if (status === 401) return fail(unauthorized(server, asked));
  if (status === 403) return fail(forbidden(server, asked));
  if (status === 404) return fail(notFound(server, asked, answer));
  if (status === 409) return fail(conflict(answer, asked));
  if (status === 429) return fail(throttled);
  return fail(status >= 500 ? fault(status, asked) : refused(answer, asked));
}

/** Jamf Pro's own page for errors; every other page comes from something in front of it. */
const statusPage = "<title>Status page</title>";

/** The sentence in Jamf Pro's page of an error (`<p>Error: Duplicate name</p>`), without markup; null for any other page. */
export function statusPageMessage(text: string): string | null {
  if (!text.includes(statusPage)) return null;
  const paragraphs = [...text.slice(0, 20_000).matchAll(/<p[^>]*>([^<]{0,2000})<\/p>/g)].map(
    ([, inner = ""]) =>
      inner
        .replace(/&lt;/g, "<")
        .replace(/&gt;/g, ">")
        .replace(/&quot;/g, '"')
        .replace(/&amp;/g, "&")
        .trim(),
  );
  const told = paragraphs.filter((line) => line !== "" && !line.startsWith("You can get technical details"));
  const message = (told[1] ?? told[0] ?? "").replace(/^Error:\s*/, "");
  return message === "" ? null : message.slice(0, 300);
}

/** Whether a web page came that is none of Jamf Pro's. */
export function isForeignPage({ contentType, text }: JamfProAnswer): boolean {
  const isPage = contentType.includes("html") || /^\s*<(?:!doctype html|html)/i.test(text.slice(0, 200));
  return isPage && !text.includes(statusPage);
}

/** The first code in a JSON answer: `{"errors":[{"code":"OWNERSHIP_FORBIDDEN"}]}`. */
function errorCode(text: string): string | null {
  const json = readBoundedJson(text);
  const errors = json?.["errors"];
  const [first]: unknown[] = Array.isArray(errors) ? errors : [];
  const code = typeof first === "object" && first !== null && "code" in first ? first.code : json?.["code"];
  return typeof code === "string" ? code : null;
}

/** What the server said of itself, quoted for a sentence; empty where it said nothing. */
function said({ text, contentType }: JamfProAnswer): string {
  const page = statusPageMessage(text);
  if (page !== null) return ` Jamf Pro says: “${page}”.`;
  const json = readBoundedJson(text);
  const errors = json?.["errors"];
  const [first]: unknown[] = Array.isArray(errors) ? errors : [];
  const told =
    typeof first === "object" && first !== null && "description" in first ? first.description : null;
  if (typeof told === "string" && told !== "") return ` Jamf Pro says: “${told.slice(0, 300)}”.`;
  return contentType.startsWith("text/plain") && text.trim() !== ""
    ? ` It says: “${text.trim().slice(0, 200)}”.`
    : "";
}

function firewall({ kind, origin }: JamfProServer, { what }: Asked): Problem {
  const host = new URL(origin).host;
  return {
    code: "jamf-pro-firewall",
    title: `Something in front of Jamf Pro refused ${what}.`,
    detail: `${host} answered 403 with a web page that is not Jamf Pro's: ${kind === "gateway" ? "the gateway's firewall" : "a firewall or a list of allowed addresses"}. Jamf Pro has not seen the call.`,
    fix: "It refuses file:// in a profile and many calls at once. Wait a minute; else have this machine's address allowed. The account is not the cause.",
  };
}

function contextRefused(code: string): Problem {
  const isMissing = code === "REQUEST_CONTEXT_NOT_PROVIDED";
  return {
    code: "jamf-pro-context",
    title: isMissing
      ? "The gateway was not told which Jamf Pro is meant."
      : "The API client was made for another environment or tenant than the one given.",
    detail: `It answered ${code}. Nothing was changed.`,
    fix: isMissing
      ? "Give the environment's ID, or the tenant's for an API client of one tenant."
      : "Give the environment's ID for a client of an environment, the tenant's ID for a client of one tenant.",
  };
}

function unauthorized({ kind }: JamfProServer, { action }: Asked): Problem {
  if (action !== "sign-in")
    return {
      code: "jamf-pro-unauthorized",
      title: "Jamf Pro no longer takes the token.",
      detail:
        "It answered 401 to a fresh one too. The secret may have been changed, or the API client switched off.",
      fix: "Look at the API client in Jamf Pro, then sign in again.",
    };
  return {
    code: "jamf-pro-unauthorized",
    title: "Jamf Pro does not take this client or account.",
    detail:
      "It answered 401: the ID or name is unknown, or the secret or password is wrong or has expired. Nothing was changed.",
    fix:
      kind === "gateway"
        ? "Check client ID and secret in Jamf Account. Clients of the gateway's beta were revoked on 3 September 2026."
        : "Check client ID and secret, or make a new secret. Accounts that sign in through single sign-on cannot be used here.",
  };
}

function forbidden(server: JamfProServer, { action, what }: Asked): Problem {
  if (action === "sign-in" || action === "version")
    return {
      code: "jamf-pro-forbidden",
      title: `Jamf Pro does not allow ${what}.`,
      detail: "It answered 403. Nothing was changed.",
      fix: `Look at the rights of ${privilegePlace(server)}.`,
    };
  return missingPrivilege(server, [action]);
}

/** The problem that names what a caller has to be given. */
export function missingPrivilege(
  server: Pick<JamfProServer, "kind">,
  actions: readonly ProfileAction[],
): Problem {
  const names = actions.map((action) => privilegeFor(server, action));
  const noun = server.kind === "gateway" ? "capability" : "privilege";
  return {
    code: "jamf-pro-forbidden",
    title: `The ${noun} ${names.join(" and ")} is missing.`,
    detail: "Nothing was changed.",
    fix: `Give it to ${privilegePlace(server)}.`,
  };
}

function notFound(server: JamfProServer, { what }: Asked, answer: JamfProAnswer): Problem {
  const isGateway = server.kind === "gateway";
  return {
    code: "jamf-pro-not-found",
    title: `Jamf Pro has no ${what.replace(/^the /, "")} at this address.`,
    detail: `${new URL(server.origin).host} answered 404.${said(answer)} Nothing was changed.`,
    fix: isGateway
      ? "Give the host of the gateway alone. If it is right, the profile was deleted meanwhile."
      : "Check the address of the server. If it is right, the profile was deleted meanwhile.",
  };
}

function conflict(answer: JamfProAnswer, { what }: Asked): Problem {
  const message = statusPageMessage(answer.text) ?? "";
  if (/duplicate name|already exists|name.{0,20}(?:taken|in use)/i.test(message))
    return {
      code: "jamf-pro-name-taken",
      title: "Another profile has this name, and this account cannot see it.",
      detail: `${said(answer).trim()} It probably belongs to another site. Nothing was changed.`,
      fix: "Give the profile another PayloadDisplayName, or use an account that may see that site.",
    };
  if (/update the database/i.test(message))
    return {
      code: "jamf-pro-not-stored",
      title: `Jamf Pro could not store ${what}.`,
      detail: `${said(answer).trim()} The cause is in the profile: a value that it cannot take (PI-827). Nothing was changed.`,
      fix: "Look for unusual characters in the values, or upload the profile signed in Jamf Pro's own window.",
    };
  return {
    code: "jamf-pro-refused",
    title: `Jamf Pro refused ${what}.`,
    detail: `It answered 409.${said(answer)} Nothing was changed, and sending it again would not help.`,
    fix: "Change what it names.",
  };
}

const throttled: Problem = {
  code: "jamf-pro-throttled",
  title: "Jamf Pro has been asked too often.",
  detail: "It went on answering 429 after several waits.",
  fix: "Try again in a few minutes.",
};

function fault(status: number, { what }: Asked): Problem {
  return {
    code: "jamf-pro-fault",
    title: `Jamf Pro met a fault with ${what}.`,
    detail: `It went on answering ${status} after several tries. It may be restarting.`,
    fix: "Wait until the server is up, then look at the profile, or run the same again: it continues where it is needed.",
  };
}

function refused(answer: JamfProAnswer, { what }: Asked): Problem {
  return {
    code: "jamf-pro-refused",
    title: `Jamf Pro refused ${what}.`,
    detail: `It answered ${answer.status}.${said(answer)}`,
    fix: "Look at the address and at what was sent.",
  };
}

function elsewhere({ origin }: JamfProServer, status: number): Problem {
  return {
    code: "jamf-pro-elsewhere",
    title: `${new URL(origin).host} points to another address.`,
    detail: `It answered ${status}. The secret is sent nowhere else, so Latchkey does not follow. Nothing was changed.`,
    fix: "Give the address that Jamf Pro itself has.",
  };
}

/** The problem for an address where something else than Jamf Pro answers. */
export function notJamfPro(server: JamfProServer, seen: string): Problem {
  return {
    code: "not-jamf-pro",
    title: `${new URL(server.origin).host} does not answer like Jamf Pro.`,
    detail: `${seen} No secret was sent.`,
    fix: "Check the address: scheme, host and port of the Jamf Pro server.",
  };
}
