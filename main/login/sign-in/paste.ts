import type { SignIn, SignInOutcome } from "../ports.ts";

/** What became of asking for the address. It is checked by the callback step. */
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
 * not load, and pastes that address.
 */
export function pasteSignIn(port: PastePort): SignIn {
  return async ({ authorizeUrl, signal }): Promise<SignInOutcome> => {
    port.show(authorizeUrl);
    const answer = await port.ask(signal);
    if (answer.kind !== "pasted") return answer;
    const url = answer.address.trim();
    return url === ""
      ? { kind: "closed" }
      : { kind: "callback", url, secondFactorSeen: null, sessionMayBeReused: true };
  };
}
