import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { access, mkdir, mkdtemp, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";

/** Something that is downloaded once and kept unpacked. */
export type Download = {
  /** For people. */
  readonly name: string;
  /** What the archive has to be, as `package-lock.json` writes it: `sha512-…`. */
  readonly integrity: string;
  /** Downloads the archive into an empty folder; gives back its path. */
  readonly fetchInto: (folder: string) => Promise<string>;
  /** Unpacks the archive into an empty folder. Only called for an archive that is the pinned one. */
  readonly unpack: (archive: string, folder: string) => Promise<void>;
};

/**
 * Makes sure that the download lies unpacked in `home`. Everything is made ready beside it and put there in one step: a
 * download that breaks off, or is not the pinned one, never stands in the way of the next try.
 *
 * @param home folder that is there in whole or not at all
 * @throws when the download fails, or its digest is another one than the pinned
 */
export async function keepDownload(home: string, download: Download): Promise<void> {
  if (await isThere(home)) return;
  const folder = join(home, "..");
  await mkdir(folder, { recursive: true });
  const draft = await mkdtemp(join(folder, "draft-"));
  try {
    const [archives, content] = [join(draft, "archives"), join(draft, "content")];
    await Promise.all([mkdir(archives), mkdir(content)]);
    const archive = await download.fetchInto(archives);
    const integrity = await integrityOf(archive);
    if (integrity !== download.integrity)
      throw new Error(`What was downloaded is not ${download.name}: its digest is another one.`);
    await download.unpack(archive, content);
    await rename(content, home).catch(async (error: unknown) => {
      // Another process was faster; what it has put there is the same.
      if (!(await isThere(home))) throw error;
    });
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

/** The digest of a file, as `package-lock.json` writes it. */
export async function integrityOf(path: string): Promise<string> {
  const hash = createHash("sha512");
  await pipeline(createReadStream(path), hash);
  return `sha512-${hash.digest("base64")}`;
}

function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
