import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

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

/**
 * Hands the content to `work` as a file that only this user can read (0600 in a 0700 folder) and takes the file that
 * `work` leaves beside it. Both are gone afterwards, whatever happened.
 *
 * @returns what was left, or null when nothing was
 */
export async function throughPrivateFiles(
  content: Uint8Array,
  work: (input: string, output: string) => Promise<boolean>,
): Promise<Uint8Array | null> {
  const folder = await mkdtemp(join(tmpdir(), "latchkey-sign-"));
  try {
    const input = join(folder, "profile");
    const output = join(folder, "signed");
    await writeFile(input, content, { mode: 0o600, flag: "wx" });
    return (await work(input, output)) ? new Uint8Array(await readFile(output)) : null;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
