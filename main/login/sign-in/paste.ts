import { readPasted } from "../../core/oidc/pasted.ts";
import type { SignIn, SignInOutcome } from "../ports.ts";

/** What became of asking for the address, or for the error that the page shows. The callback step checks an address. */
export type PasteAnswer =
  | { readonly kind: "pasted"; readonly address: string }
  | { readonly kind: "closed" }
  | { readonly kind: "timeout" };

/** How the paste sign-in talks to the person. */
export type PastePort = {
  /** Shows the address where the person signs in. */
  readonly show: (authorizeUrl: string) => void;
  readonly ask: (signal: AbortSignal) => Promise<PasteAnswer>;
};

/**
 * For redirect URIs on which nothing can listen: the person signs in with any browser, which ends on an address that does
 * not load, and pastes that address; or the error that the provider shows on a page of its own.
 */
export function pasteSignIn(port: PastePort): SignIn {
  return async ({ authorizeUrl, redirectUri, signal }): Promise<SignInOutcome> => {
    port.show(authorizeUrl);
    const answer = await port.ask(signal);
    if (answer.kind !== "pasted") return answer;
    const url = answer.address.trim();
    if (url === "") return { kind: "closed" };
    const read = readPasted(url, { authorizeUrl, redirectUri });
    if (read.ok && read.value.kind === "error-page") return read.value;
    return { kind: "callback", url, secondFactorSeen: null, sessionMayBeReused: true };
  };
}
