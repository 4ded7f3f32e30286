import { loopbackPlace } from "../../core/oidc/loopback-redirect.ts";
import { readPasted } from "../../core/oidc/pasted.ts";
import { succeed } from "../../core/problem.ts";
import { loopbackSignIn } from "../../login/sign-in/loopback.ts";
import { type PasteAnswer, pasteSignIn } from "../../login/sign-in/paste.ts";
import type { SignInMethod } from "../ports.ts";

/** How long a person may take to sign in, in milliseconds. */
const patienceMs = 5 * 60 * 1000;

export type BrowserSignInParts = {
  readonly redirectUri: string;
  /** Called with the address to visit. */
  readonly announce: (url: string) => void;
  /** Opens an address in the system's browser; null where the page is in a browser itself and its own link does it. */
  readonly open: ((url: string) => void) | null;
};

/**
 * The way to the sign-in page without a window of our own: a listener where the redirect URI allows one, else the
 * person pastes the address that the browser ended on (design section 5).
 */
export function browserSignIn({ redirectUri, announce, open }: BrowserSignInParts): SignInMethod {
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
  if (loopbackPlace(redirectUri) !== null) {
    const signIn = loopbackSignIn({ show, timeoutMs: patienceMs });
    return { ...common, how: "loopback", signIn, takePasted: () => null };
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
