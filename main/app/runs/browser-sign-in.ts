import { loopbackPlace } from "../../core/oidc/loopback-redirect.ts";
import { readPasted } from "../../core/oidc/pasted.ts";
import { fail, type Problem, type Result, succeed } from "../../core/problem.ts";
import { loopbackSignIn } from "../../login/sign-in/loopback.ts";
import { type PasteAnswer, pasteSignIn } from "../../login/sign-in/paste.ts";
import type { SignInMethod } from "../ports.ts";

/** How long a person may take to sign in, in milliseconds. */
const patienceMs = 5 * 60 * 1000;

export type BrowserSignInParts = {
  readonly redirectUri: string;
  /** Called with the address to visit. */
  readonly announce: (url: string) => void;
  /** Opens an address in the system's browser; null where nobody but the person opens it. */
  readonly open: ((url: string) => void) | null;
  /** Left out: the one that {@link browserRoute} finds possible. */
  readonly route?: BrowserRoute;
  /** Asks for the pasted address where a terminal does; left out, it comes by `takePasted`. */
  readonly ask?: () => Promise<PasteAnswer>;
};

/** How the answer comes back from a browser: to a listener on this machine, or pasted by the person. */
export type BrowserRoute = "loopback" | "paste";

/**
 * The route that a redirect URI allows.
 *
 * @param wanted null takes the listener where there can be one
 * @returns problem `redirect-not-loopback` where a listener is wanted and cannot be
 */
export function browserRoute(redirectUri: string, wanted: BrowserRoute | null): Result<BrowserRoute> {
  const canListen = loopbackPlace(redirectUri) !== null;
  if (wanted === "loopback" && !canListen) return fail(noListener(redirectUri));
  return succeed(wanted ?? (canListen ? "loopback" : "paste"));
}

/**
 * The way to the sign-in page without a window of our own: a listener where the redirect URI allows one, else the
 * person pastes the address that the browser ended on (design section 5).
 */
export function browserSignIn({
  redirectUri,
  announce,
  open,
  route = loopbackPlace(redirectUri) === null ? "paste" : "loopback",
  ask,
}: BrowserSignInParts): SignInMethod {
  let shown: string | null = null;
  const show = (url: string) => {
    shown = url;
    announce(url);
    open?.(url);
  };
  const again = () => {
    if (open === null || shown === null) return false;
    open(shown);
    return true;
  };
  const common = { via: "browser", patienceMs, show: again } as const;
  if (route === "loopback") {
    const signIn = loopbackSignIn({ show, timeoutMs: patienceMs });
    return { ...common, how: "loopback", signIn, takePasted: () => null };
  }
  if (ask !== undefined) {
    return { ...common, how: "paste", signIn: pasteSignIn({ show, ask }), takePasted: () => null };
  }
  return { ...common, how: "paste", ...pasteMethod(redirectUri, show) };
}

function pasteMethod(
  redirectUri: string,
  show: (url: string) => void,
): Pick<SignInMethod, "signIn" | "takePasted"> {
  let authorizeUrl = "";
  let take: ((address: string) => void) | null = null;
  const ask = (signal: AbortSignal) =>
    new Promise<PasteAnswer>((resolve) => {
      const end = (answer: PasteAnswer) => {
        clearTimeout(timer);
        signal.removeEventListener("abort", stop);
        take = null;
        resolve(answer);
      };
      const stop = () => end({ kind: "closed" });
      const timer = setTimeout(() => end({ kind: "timeout" }), patienceMs);
      // Somebody who has not signed in yet does not keep the app from ending.
      timer.unref();
      signal.addEventListener("abort", stop, { once: true });
      take = (address) => end({ kind: "pasted", address });
    });
  return {
    signIn: pasteSignIn({
      show: (url) => {
        authorizeUrl = url;
        show(url);
      },
      ask,
    }),
    takePasted: (pasted) => {
      if (take === null) return null;
      const read = readPasted(pasted, { authorizeUrl, redirectUri });
      if (!read.ok) return read;
      take(pasted);
      return succeed(null);
    },
  };
}

function noListener(redirectUri: string): Problem {
  return {
    code: "redirect-not-loopback",
    title: "Nothing can listen on the redirect URI of this profile.",
    detail: `${redirectUri} is not http://localhost or http://127.0.0.1 with a port from 1024 on.`,
    fix: "Leave --redirect out, or use --redirect paste.",
  };
}
