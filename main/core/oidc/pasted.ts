import { fail, type Problem, type Result, succeed } from "../problem.ts";
import { matchCallback } from "./callback.ts";
import { errorOfPage } from "./error-page.ts";

/** What a person may paste at the end of a sign-in: where the browser ended, or the error that the page shows instead. */
export type Pasted =
  | { readonly kind: "callback"; readonly url: string }
  /** Text with an AADSTS code. */
  | { readonly kind: "error-page"; readonly text: string };

/** The login that waits for it. */
export type WaitingLogin = { readonly authorizeUrl: string; readonly redirectUri: string };

/**
 * Reads what was pasted. Entra sends some errors to no redirect URI and shows them on its page only
 * (https://learn.microsoft.com/entra/identity-platform/reference-error-codes), so their text or code is an answer too.
 * Whatever belongs to no answer of this login is a problem that keeps the login waiting; nothing of it is repeated, because
 * it may hold a code.
 */
export function readPasted(pasted: string, { authorizeUrl, redirectUri }: WaitingLogin): Result<Pasted> {
  const text = pasted.trim();
  const match = matchCallback(text, redirectUri);
  if (match.matches) {
    const { parameters } = match;
    if (!parameters.has("code") && !parameters.has("error")) return fail(withoutAnswer);
    const sent = URL.canParse(authorizeUrl) ? new URL(authorizeUrl).searchParams.get("state") : null;
    return sent !== null && parameters.get("state") !== sent
      ? fail(ofAnotherLogin)
      : succeed({ kind: "callback", url: text });
  }
  const shown = shownError(text);
  if (shown !== null) return succeed({ kind: "error-page", text: shown });
  if (!URL.canParse(text)) return fail(notAnAddress(redirectUri));
  const isSignInPage = URL.canParse(authorizeUrl) && new URL(text).host === new URL(authorizeUrl).host;
  return fail(isSignInPage ? signInPage(redirectUri) : anotherAddress(redirectUri));
}

/** The line with the AADSTS code, and nothing else of the page; or the bare number that "Error code" shows. */
function shownError(text: string): string | null {
  const line = errorOfPage(text);
  if (line !== null) return line;
  const code =
    /AADSTS\s?(\d{4,8})/i.exec(text)?.[1] ?? /^(?:error\s*code\s*:?\s*)?(\d{5,8})\.?$/i.exec(text)?.[1];
  return code === undefined ? null : `AADSTS${code}`;
}

const orError = "If the page shows an error instead, paste its text or its AADSTS code.";

const withoutAnswer: Problem = {
  code: "pasted-without-answer",
  title: "This address carries no answer.",
  detail: "It begins as it should, but holds neither a code nor an error.",
  fix: "Copy the whole address, with everything behind the question mark.",
};

const ofAnotherLogin: Problem = {
  code: "pasted-of-another-login",
  title: "This address belongs to another login.",
  detail: "Its state is not the one that this login sent. Its code was not used.",
  fix: "Sign in on the page that this login opened, and copy the address where that one ends.",
};

function notAnAddress(redirectUri: string): Problem {
  return {
    code: "pasted-not-an-address",
    title: "This is no address.",
    detail: `The login ends on an address that starts with ${redirectUri}.`,
    fix: `Copy it from the address bar. ${orError}`,
  };
}

function signInPage(redirectUri: string): Problem {
  return {
    code: "pasted-sign-in-page",
    title: "This is the address of the sign-in page.",
    detail: `The login has not ended there yet: it ends on an address that starts with ${redirectUri}.`,
    fix: `Finish signing in, then copy the address. ${orError}`,
  };
}

function anotherAddress(redirectUri: string): Problem {
  return {
    code: "pasted-another-address",
    title: "This is not where the login ends.",
    detail: `It ends on an address that starts with ${redirectUri}.`,
    fix: `Copy the address of the tab in which you signed in. ${orError}`,
  };
}
