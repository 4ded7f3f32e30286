import type { Stats } from "node:fs";
import { lstat, readlink, realpath, stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";

/** The place that symbolic links lead to, or the link that is not followed because of whose it is. */
export type Followed =
  | { readonly kind: "place"; readonly path: string }
  | { readonly kind: "foreign-link"; readonly path: string };

/** As many as Linux follows. */
const mostLinks = 40;

/**
 * Where a file is written that is named `path`: at the end of its symbolic links, whether a file is there or not.
 *
 * @throws the system's error, `ELOOP` for links that lead to each other
 */
export async function followLinks(path: string): Promise<Followed> {
  let place = resolve(path);
  for (let links = 0; links <= mostLinks; links += 1) {
    const found = await lstat(place).catch(() => null);
    if (found === null || !found.isSymbolicLink()) return { kind: "place", path: place };
    // `..` in a link counts from where its folder really is.
    const folder = await realpath(dirname(place));
    if (isForeignLink(found, await stat(folder), process.geteuid?.() ?? null)) {
      return { kind: "foreign-link", path: join(folder, basename(place)) };
    }
    place = resolve(folder, await readlink(place));
  }
  throw Object.assign(new Error("too many symbolic links"), { code: "ELOOP" });
}

type Owned = Pick<Stats, "mode" | "uid">;

/**
 * Whether somebody else may have laid the link out as a trap: in a folder where everybody may put things, such as
 * `/tmp`, only one's own links and those of the folder's owner are followed.
 *
 * Source: https://docs.kernel.org/admin-guide/sysctl/fs.html#protected-symlinks
 *
 * @param user who writes; null where the system does not number users
 */
export function isForeignLink(link: Owned, folder: Owned, user: number | null): boolean {
  const isForEverybody = (folder.mode & 0o1002) === 0o1002;
  return user !== null && isForEverybody && link.uid !== user && link.uid !== folder.uid;
}
