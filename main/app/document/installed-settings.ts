import { fail, type Problem, type Result, succeed } from "../../core/problem.ts";
import { type ProfileDocument, readProfile } from "../../core/profile/index.ts";
import { maximumProfileBytes } from "../../core/profile/limits.ts";

/** What reading this computer's managed settings needs from it; tests bring another computer. */
export type InstalledPorts = {
  /** `process.platform`. */
  readonly platform: string;
  /** Names in a folder; null when it is not there or may not be read. */
  readonly listFolder: (path: string) => Promise<readonly string[] | null>;
  readonly readFile: (path: string, most: number) => Promise<Uint8Array | Problem>;
};

/** Settings that are in force on this Mac for one domain. */
export type InstalledSettings = {
  readonly path: string;
  /** Whom they apply to; null for the whole Mac. */
  readonly user: string | null;
  readonly document: ProfileDocument;
};

/** macOS puts the settings of all installed profiles together here, one file for each domain, in a folder for each user. */
const folder = "/Library/Managed Preferences";

/**
 * Reads the managed Jamf Connect settings of this Mac. Problems: `needs-mac` on other systems, and those of `readProfile`
 * for a file that cannot be read.
 */
export async function readInstalledSettings(
  ports: InstalledPorts,
): Promise<Result<readonly InstalledSettings[]>> {
  if (ports.platform !== "darwin") return fail(needsMac);
  const found: InstalledSettings[] = [];
  const names = await ports.listFolder(folder);
  for (const user of [null, ...(names ?? []).filter((name) => !name.endsWith(".plist"))]) {
    const place = user === null ? folder : `${folder}/${user}`;
    const files = (user === null ? names : await ports.listFolder(place)) ?? [];
    for (const name of files.filter((file) => /^com\.jamf\.connect(\.[a-z]+)?\.plist$/.test(file)).sort()) {
      const settings = await readOne(ports, `${place}/${name}`, user);
      if (!settings.ok) return settings;
      found.push(settings.value);
    }
  }
  return succeed(found);
}

async function readOne(
  ports: InstalledPorts,
  path: string,
  user: string | null,
): Promise<Result<InstalledSettings>> {
  const bytes = await ports.readFile(path, maximumProfileBytes);
  if (!(bytes instanceof Uint8Array)) return fail(bytes);
  const document = readProfile(bytes, { fileName: path });
  if (!document.ok) return fail({ ...document.problem, title: `${path}: ${document.problem.title}` });
  return succeed({ path, user, document: document.value });
}

const needsMac: Problem = {
  code: "needs-mac",
  title: "Installed settings can only be read on a Mac.",
  detail: `They are in ${folder}, which this system does not have.`,
  fix: "Run this on a Mac that has the profile, or open the profile's file.",
};
