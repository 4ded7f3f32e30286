import type { SecretStore } from "../../main/app/secret-store.ts";

/** A store as a system has it, in memory. */
export function storeOf(secrets: Map<string, string>, isThere = true): SecretStore {
  return {
    isAvailable: async () => isThere,
    read: async (name) => secrets.get(name) ?? null,
    keep: async (name, secret) => {
      secrets.set(name, secret);
      return { ok: true, value: null };
    },
    forget: async (name) => void secrets.delete(name),
  };
}
