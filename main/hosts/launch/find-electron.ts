import { spawn } from "node:child_process";
import { readFile, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** How long a download of Electron's binary may take at start, in milliseconds (design section 2). */
const downloadPatience = 20_000;

/** Where Electron's executable is, or in one sentence why the app opens in the browser instead. */
export type FoundElectron = { readonly executable: string } | { readonly missing: string };

export type ElectronSearch = {
  /** Any file of the installed app; `node_modules` is looked for from there. */
  readonly from: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
};

/**
 * Finds Electron's executable without loading the `electron` package, which would start a download of unlimited
 * length. When only the binary is missing, the package's own installer is given twenty seconds.
 */
export async function findElectron(search: ElectronSearch): Promise<FoundElectron> {
  const noDisplay =
    search.platform === "linux" && !search.environment["DISPLAY"] && !search.environment["WAYLAND_DISPLAY"];
  if (noDisplay) return { missing: "this machine has no display" };
  const folder = packageFolder(search.from);
  if (folder === null) return { missing: "the electron package is not installed" };
  const present = await executableIn(folder);
  if (present !== null) return { executable: present };
  const failed = await download(folder);
  const executable = await executableIn(folder);
  return executable === null
    ? { missing: failed ?? "Electron's binary is not there after its download" }
    : { executable };
}

function packageFolder(from: string): string | null {
  try {
    return dirname(createRequire(from).resolve("electron/package.json"));
  } catch {
    return null;
  }
}

async function executableIn(folder: string): Promise<string | null> {
  try {
    const relative = (await readFile(join(folder, "path.txt"), "utf8")).trim();
    const executable = join(folder, "dist", relative);
    return (await stat(executable)).isFile() ? executable : null;
  } catch {
    return null;
  }
}

function download(folder: string): Promise<string | null> {
  return new Promise((resolve) => {
    const installer = spawn(process.execPath, [join(folder, "install.js")], { stdio: "ignore" });
    const patience = setTimeout(() => {
      installer.kill("SIGKILL");
      resolve(`Electron's binary could not be downloaded within ${downloadPatience / 1000} seconds`);
    }, downloadPatience);
    const end = (reason: string | null) => {
      clearTimeout(patience);
      resolve(reason);
    };
    installer.once("error", () => end("Electron's installer could not be started"));
    installer.once("exit", (status) =>
      end(status === 0 ? null : "Electron's binary could not be downloaded"),
    );
  });
}
