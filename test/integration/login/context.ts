import type { LiveStep } from "../../../main/core/login-result.ts";
import type { LoginContext } from "../../../main/login/index.ts";

/** A run's outside world with the real network; keeps the live steps. */
export function realContext(
  changes: Partial<LoginContext> = {},
): LoginContext & { readonly live: LiveStep[] } {
  const live: LiveStep[] = [];
  return {
    fetch: globalThis.fetch,
    now: Date.now,
    onStep: (step) => void live.push(step),
    signal: new AbortController().signal,
    authority: null,
    allowedHosts: [],
    jamfConnectVersion: null,
    ...changes,
    live,
  };
}
