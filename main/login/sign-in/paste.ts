import type { SignIn, SignInOutcome } from "../ports.ts";

/** How the paste sign-in talks to the person. */
export type PastePort = {
  /** Shows the address where the person signs in. */
  readonly show: (authorizeUrl: string) => void;
  /** Brings the pasted address, or null when the person gave up. It is checked by the callback step. */
  readonly ask: (signal: AbortSignal) => Promise<string | null>;
};

/**
 * For redirect URIs on which nothing can listen: the person signs in with any browser, which ends on an address that does
 * not load, and pastes that address.
 */
export function pasteSignIn(port: PastePort): SignIn {
  return async ({ authorizeUrl, signal }): Promise<SignInOutcome> => {
    port.show(authorizeUrl);
    const pasted = await port.ask(signal);
    if (pasted === null || pasted.trim() === "") return { kind: "closed" };
    return { kind: "callback", url: pasted.trim(), secondFactorSeen: null, sessionMayBeReused: true };
  };
}
