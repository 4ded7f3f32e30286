import { z } from "../../../preload/inputs/zod.ts";
import { type Result, succeed } from "../../core/problem.ts";
import { cannotRemember, type SecretStore } from "../secret-store.ts";

const keptSchema = z.strictObject({
  clientId: z.string(),
  authority: z.string(),
  userName: z.string(),
  /** MSAL's cache: tokens of one person for one app registration. */
  cache: z.string(),
});

/** A session with Microsoft Graph that somebody wanted to keep beyond this start of the app. */
export type KeptSession = z.output<typeof keptSchema>;

/** The one session that is kept, in the system's store for secrets and nowhere else. */
export type SessionKeeper = {
  readonly canKeep: () => Promise<boolean>;
  /** null where none is kept, or the system cannot decrypt it any more. */
  readonly read: () => Promise<KeptSession | null>;
  /** Problems: `remember-unavailable`, and those of the store. */
  readonly keep: (session: KeptSession) => Promise<Result<null>>;
  readonly forget: () => Promise<void>;
};

/** The name of it in the store. */
export const KEPT_SESSION = "microsoft-graph";

/** @param store null where the host has none: nothing is kept then, and asking for it is refused */
export function createSessionKeeper(store: SecretStore | null): SessionKeeper {
  return {
    canKeep: async () => (await store?.isAvailable()) === true,
    read: async () => {
      const text = (await store?.read(KEPT_SESSION)) ?? null;
      if (text === null) return null;
      try {
        const kept = keptSchema.safeParse(JSON.parse(text));
        return kept.success ? kept.data : null;
      } catch {
        return null; // Kept by another version: the person signs in again.
      }
    },
    keep: async (session) =>
      store === null || !(await store.isAvailable())
        ? cannotRemember("session")
        : store.keep(KEPT_SESSION, JSON.stringify(session)),
    forget: async () => {
      await store?.forget(KEPT_SESSION);
    },
  };
}

/** Whether a session is the one that a call asks for. */
export function isFor(
  kept: KeptSession | null,
  asked: Pick<KeptSession, "clientId" | "authority">,
): kept is KeptSession {
  return (
    kept !== null &&
    kept.clientId.toLowerCase() === asked.clientId.toLowerCase() &&
    kept.authority.toLowerCase() === asked.authority.toLowerCase()
  );
}

/** Refused before anybody signs in. Problem: `remember-unavailable`. */
export async function checkKeeping(keeper: SessionKeeper): Promise<Result<null>> {
  return (await keeper.canKeep()) ? succeed(null) : cannotRemember("session");
}
