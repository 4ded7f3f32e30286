import { type PendingSignIn, randomHandle, remember } from "../server/memory.ts";
import type { Practice } from "../server/practice.ts";

/** Entra's own name for its session cookie. */
export const SESSION_COOKIE = "ESTSAUTH";
/** How long "stay signed in" lasts. */
const PERSISTENT_SECONDS = 90 * 86_400;

/**
 * Remembers a browser that has signed in, and gives the cookie for it. Cookies of a loopback address are seen by every
 * port, so the value is a handle that only this instance understands.
 */
export function startSession(
  practice: Practice,
  pending: PendingSignIn,
): { readonly "Set-Cookie": string } | undefined {
  if (pending.userId === null || pending.fromSession) return undefined;
  const handle = randomHandle();
  remember(practice.memory.sessions, handle, { userId: pending.userId, progress: pending.progress });
  const lasting = pending.staySignedIn === true ? `; Max-Age=${PERSISTENT_SECONDS}` : "";
  return { "Set-Cookie": `${SESSION_COOKIE}=${handle}; Path=/; HttpOnly; SameSite=Lax${lasting}` };
}

/** Takes the cookie back. */
export const CLEARED_SESSION = {
  "Set-Cookie": `${SESSION_COOKIE}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0`,
} as const;
