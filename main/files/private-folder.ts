import { chmod, stat } from "node:fs/promises";

/**
 * Takes the rights to a folder of the app away from everybody but its owner, where they are wider; another program, or a
 * copy from a backup, may have made it so. Does nothing where there is no such folder.
 *
 * @returns false where the folder stays open to others
 */
export async function keepToOwner(folder: string): Promise<boolean> {
  // Windows keeps rights elsewhere: the folder of a user's applications is that user's own there.
  if (process.platform === "win32") return true;
  const found = await stat(folder).catch(() => null);
  if (found === null || (found.mode & 0o077) === 0) return true;
  return chmod(folder, 0o700).then(
    () => true,
    () => false,
  );
}
