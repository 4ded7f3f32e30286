import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createSecretStore, type Encryption } from "../../../../main/hosts/electron/secret-store.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "latchkey-secrets-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Turns every byte over, so that a file with the secret itself in it fails. */
const turned = (bytes: Buffer) => Buffer.from(bytes.map((byte) => byte ^ 0xff));
const encryption = (more: Partial<Encryption> = {}): Encryption => ({
  isAsyncEncryptionAvailable: async () => true,
  encryptStringAsync: async (text) => turned(Buffer.from(text)),
  decryptStringAsync: async (bytes) => ({ result: turned(bytes).toString(), shouldReEncrypt: false }),
  getSelectedStorageBackend: () => "gnome_libsecret",
  ...more,
});

describe("createSecretStore", () => {
  it("keeps, reads and forgets by name, in a file of its owner that holds no secret", async () => {
    const store = createSecretStore(encryption(), folder, "linux");
    expect(await store.isAvailable()).toBe(true);
    expect(await store.keep("one", "canary")).toEqual({ ok: true, value: null });
    expect(await store.keep("two", "other")).toMatchObject({ ok: true });
    expect(await createSecretStore(encryption(), folder, "linux").read("one")).toBe("canary");
    const file = join(folder, "secrets.json");
    expect(readFileSync(file, "utf8")).not.toContain("canary");
    expect(statSync(file).mode & 0o777).toBe(0o600);
    await store.forget("one");
    expect(await store.read("one")).toBeNull();
    expect(await store.read("two")).toBe("other");
  });

  it.each(["basic_text", "unknown"] as const)(
    "attack: %s, whose key stands in Electron's source, keeps a secret on Linux",
    async (backend) => {
      const store = createSecretStore(
        encryption({ getSelectedStorageBackend: () => backend }),
        folder,
        "linux",
      );
      expect(await store.isAvailable()).toBe(false);
      expect(await store.keep("one", "canary")).toMatchObject({
        ok: false,
        problem: { code: "remember-failed" },
      });
      expect(await store.read("one")).toBeNull();
    },
  );

  it("has nothing where the system encrypts nothing, fails, or the file is somebody else's", async () => {
    const none = createSecretStore(
      encryption({ isAsyncEncryptionAvailable: async () => false }),
      folder,
      "darwin",
    );
    expect(await none.isAvailable()).toBe(false);
    const failing = createSecretStore(
      encryption({ isAsyncEncryptionAvailable: () => Promise.reject(new Error("locked")) }),
      folder,
      "darwin",
    );
    expect(await failing.isAvailable()).toBe(false);
    const old = () => {
      throw new TypeError("encryption.isAsyncEncryptionAvailable is not a function");
    };
    const older = createSecretStore(encryption({ isAsyncEncryptionAvailable: old }), folder, "darwin");
    expect(await older.isAvailable()).toBe(false);
    writeFileSync(join(folder, "secrets.json"), '["not", "ours"');
    const store = createSecretStore(
      encryption({ decryptStringAsync: () => Promise.reject(new Error("key")) }),
      folder,
      "darwin",
    );
    expect(await store.read("one")).toBeNull();
    await store.keep("one", "x");
    expect(await store.read("one")).toBeNull();
  });
});
