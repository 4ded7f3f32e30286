import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { SecretStore } from "../../app/secret-store.ts";
import { fail, succeed } from "../../core/problem.ts";
import { writeAtomically } from "../../files/write-atomically.ts";

/** What is used of Electron's `safeStorage`: its asynchronous half, because the other is gone from Electron 46 on. */
export type Encryption = Pick<
  Electron.SafeStorage,
  "isAsyncEncryptionAvailable" | "encryptStringAsync" | "decryptStringAsync" | "getSelectedStorageBackend"
>;

/** What the file holds: secrets by name, each encrypted by the system, in Base64. */
type Kept = Readonly<Record<string, string>>;

/**
 * Secrets that somebody wants to keep, encrypted with a key that the system's own store holds: the keychain of a Mac, the data
 * protection of Windows, the password manager of a Linux desktop. Where Linux has none, Electron would encrypt with a key that is
 * written in its source; that counts as no store.
 *
 * @param folder private folder of the app; the file in it has mode 0600
 */
export function createSecretStore(
  encryption: Encryption,
  folder: string,
  platform: NodeJS.Platform = process.platform,
): SecretStore {
  const path = join(folder, "secrets.json");
  const isAvailable = async () => {
    if (!(await doesEncrypt(encryption))) return false;
    return (
      platform !== "linux" || !["basic_text", "unknown"].includes(encryption.getSelectedStorageBackend())
    );
  };
  const write = async (kept: Kept) => writeAtomically(path, Buffer.from(`${JSON.stringify(kept)}\n`));
  return {
    isAvailable,
    read: async (name) => {
      const encrypted = (await readKept(path))[name];
      if (encrypted === undefined || !(await isAvailable())) return null;
      const decrypted = await encryption
        .decryptStringAsync(Buffer.from(encrypted, "base64"))
        .catch(() => null);
      return decrypted?.result ?? null;
    },
    keep: async (name, secret) => {
      const encrypted = await encryption.encryptStringAsync(secret).catch(() => null);
      if (encrypted === null || !(await isAvailable())) return fail(notKept);
      const failure = await write({ ...(await readKept(path)), [name]: encrypted.toString("base64") });
      return failure === null ? succeed(null) : fail(failure);
    },
    forget: async (name) => {
      const { [name]: gone, ...rest } = await readKept(path);
      if (gone !== undefined) await write(rest);
    },
  };
}

/** An older Electron has no such call, and throws in place of answering: 33, which tests run on, is one. */
async function doesEncrypt(encryption: Encryption): Promise<boolean> {
  try {
    return await encryption.isAsyncEncryptionAvailable();
  } catch {
    return false;
  }
}

/** What the file holds; nothing where it is missing or holds something else. */
async function readKept(path: string): Promise<Kept> {
  const text = await readFile(path, "utf8").catch(() => "{}");
  try {
    const json: unknown = JSON.parse(text);
    if (typeof json !== "object" || json === null) return {};
    const entries = Object.entries(json).filter(
      (entry): entry is [string, string] => typeof entry[1] === "string",
    );
    return Object.fromEntries(entries);
  } catch {
    return {}; // Somebody else's file, or half of ours: the secrets are typed again.
  }
}

const notKept = {
  code: "remember-failed",
  title: "The system did not encrypt the secret.",
  detail: "Its store may be locked. Nothing was kept and nothing was sent.",
  fix: "Unlock the keychain or password manager, or sign in without remembering.",
};
