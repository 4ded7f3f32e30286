import { loopbackPlace } from "../../core/oidc/loopback-redirect.ts";
import { loopbackSignIn } from "../../login/sign-in/loopback.ts";
import { pasteSignIn } from "../../login/sign-in/paste.ts";
import type { SignInWay } from "../shared/ports.ts";

/** How long a person may take to sign in, in milliseconds. */
const patience = 5 * 60 * 1000;

/**
 * The way to the sign-in page without a window of our own: a listener where the redirect URI allows one, else the
 * person pastes the address that the browser ended on (design section 5).
 */
export function signInWay(redirectUri: string, announce: (url: string) => void): SignInWay {
  const place = loopbackPlace(redirectUri);
  if (place !== null && place.port !== null) {
    const signIn = loopbackSignIn({ show: announce, timeoutMs: patience });
    return { how: "loopback", signIn, takeAddress: () => false };
  }
  return pasteWay(announce);
}

function pasteWay(announce: (url: string) => void): SignInWay {
  let take: ((address: string | null) => void) | null = null;
  const ask = (signal: AbortSignal) =>
    new Promise<string | null>((resolve) => {
      const giveUp = () => {
        clearTimeout(timer);
        resolve(null);
      };
      const timer = setTimeout(giveUp, patience);
      // Somebody who has not signed in yet does not keep the app from ending.
      timer.unref();
      signal.addEventListener("abort", giveUp, { once: true });
      take = (address) => {
        clearTimeout(timer);
        signal.removeEventListener("abort", giveUp);
        resolve(address);
      };
    });
  return {
    how: "paste",
    signIn: pasteSignIn({ show: announce, ask }),
    takeAddress: (address) => {
      const waiting = take;
      take = null;
      waiting?.(address);
      return waiting !== null;
    },
  };
}
