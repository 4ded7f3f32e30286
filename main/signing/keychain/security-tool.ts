import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Result } from "../../core/problem.ts";
import { fail, succeed } from "../../core/problem.ts";
import { noPrivateFile } from "./keychain-problems.ts";

/** What one call of `/usr/bin/security` answered. */
export type SecurityAnswer = { readonly exitCode: number; readonly stdout: string; readonly stderr: string };

/** What keychain signing needs of the machine; tests bring their own. */
export type KeychainPorts = {
  /** `process.platform` */
  readonly platform: string;
  /** Runs `/usr/bin/security` with these arguments, without a shell. */
  readonly runSecurity: (args: readonly string[]) => Promise<SecurityAnswer>;
};

/** Enough for a keychain with thousands of certificates in PEM. */
const largestAnswer = 64 * 1024 * 1024;

/** The ports of this machine. */
export function machineKeychain(
  executable = "/usr/bin/security",
  platform: string = process.platform,
): KeychainPorts {
  return {
    platform,
    runSecurity: (args) =>
      new Promise((resolve) => {
        execFile(
          executable,
          [...args],
          { maxBuffer: largestAnswer, encoding: "utf8" },
          (error, stdout, stderr) => {
            if (error === null) resolve({ exitCode: 0, stdout, stderr });
            else
              resolve({
                exitCode: typeof error.code === "number" ? error.code : 127,
                stdout,
                stderr: stderr || error.message,
              });
          },
        );
      }),
  };
}

/** The port of a host for the keychain: there is one on a Mac, and none elsewhere. */
export function keychainHere(platform: string = process.platform): { readonly keychain?: KeychainPorts } {
  return platform === "darwin" ? { keychain: machineKeychain() } : {};
}

/**
 * Hands the content to `work` as a file that only this user can read (0600 in a 0700 folder) and takes the file that
 * `work` leaves beside it. Both are gone afterwards, whatever happened.
 *
 * @returns what was left; null when nothing was; the problem `keychain-files` when the disk does not play along
 */
export async function throughPrivateFiles(
  content: Uint8Array,
  work: (input: string, output: string) => Promise<void>,
): Promise<Result<Uint8Array | null>> {
  let folder: string | null = null;
  try {
    folder = await mkdtemp(join(tmpdir(), "latchkey-sign-"));
    const input = join(folder, "profile");
    const output = join(folder, "signed");
    await writeFile(input, content, { mode: 0o600, flag: "wx" });
    await work(input, output);
    const left = await stat(output).then(
      (found) => found.isFile(),
      () => false,
    );
    return succeed(left ? new Uint8Array(await readFile(output)) : null);
  } catch (error) {
    return fail(
      noPrivateFile(
        error instanceof Error && "code" in error ? `says ${String(error.code)}` : "gives no reason",
      ),
    );
  } finally {
    if (folder !== null) await rm(folder, { recursive: true, force: true });
  }
}
