import { execFile } from "node:child_process";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, readdir, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { pipeline } from "node:stream/promises";
import { promisify } from "node:util";
import { createBrotliDecompress } from "node:zlib";
import { keepDownload } from "./kept-download.ts";

const run = promisify(execFile);
const root = resolve(import.meta.dirname, "../../..");

/** The npm package that carries a Chromium for Linux on x64. A newer one needs its own digest here. */
const carrier = {
  name: "@sparticuz/chromium@143.0.4",
  integrity:
    "sha512-/6I7uQTRhRDD2/gGPQ1Gkf+Dqk0RYDACPJDZfSzz0OWk4JmUTonNHPXbrn6UIklOHlnDLf8xAAzkOZKB/cJpLA==",
};

/** Whether the packaged Chromium runs on this machine. */
export const hasPackagedChromium = process.platform === "linux" && process.arch === "x64";

export type PackagedChromium = {
  readonly name: string;
  readonly executablePath: string;
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
};

/**
 * A Chromium for machines that have none and reach the package registry only. It is fetched when it is first needed, and
 * kept in `.cache`.
 *
 * @throws when it cannot be had; the message says what to install
 */
export async function packagedChromium(): Promise<PackagedChromium> {
  const home = join(root, ".cache/packaged-chromium", carrier.name.replace("/", "-"));
  try {
    await keepDownload(home, {
      ...carrier,
      fetchInto: async (folder) => {
        console.log(`No browser was found: fetching ${carrier.name} (64 MB), once, into .cache.`);
        return fetchPackage(folder);
      },
      unpack: (archive, folder) => unpack(archive, folder, home),
    });
  } catch (error) {
    throw new Error(
      `No browser was found, and ${carrier.name} could not be had: ${reasonOf(error)} Install Google Chrome, or run: npx playwright install chromium`,
    );
  }
  return {
    name: carrier.name,
    executablePath: join(home, "chromium"),
    args: ["--no-sandbox", "--no-zygote", "--disable-gpu"],
    environment: { LD_LIBRARY_PATH: join(home, "al2023", "lib"), FONTCONFIG_PATH: join(home, "fonts") },
  };
}

/** Fetches the package as it was published, from the registry that npm is set to; none of its scripts runs. */
async function fetchPackage(folder: string): Promise<string> {
  const args = ["pack", carrier.name, "--ignore-scripts", "--prefer-offline", "--pack-destination", folder];
  await run("npm", args, { cwd: root });
  const [archive] = await readdir(folder);
  if (archive === undefined) throw new Error("npm said that it fetched it, and did not.");
  return join(folder, archive);
}

/** Unpacks the browser and the libraries and fonts that a bare machine lacks, without the package's own code. */
async function unpack(archive: string, folder: string, home: string): Promise<void> {
  const beside = dirname(archive);
  await run("tar", ["-xzf", archive, "-C", beside, "package/bin"]);
  const packed = (name: string) => join(beside, "package/bin", name);
  const unpackTape = async (name: string, target: string) => {
    const tape = join(beside, name);
    await Promise.all([inflate(packed(`${name}.br`), tape), mkdir(target, { recursive: true })]);
    await run("tar", ["-xf", tape, "-C", target]);
  };
  await Promise.all([
    inflate(packed("chromium.br"), join(folder, "chromium"), 0o755),
    unpackTape("swiftshader.tar", folder),
    unpackTape("fonts.tar", join(folder, "fonts")),
    unpackTape("al2023.tar", join(folder, "al2023")),
  ]);
  // The package's own file names folders of Amazon's; without a single font Chromium crashes on some pages.
  await writeFile(
    join(folder, "fonts", "fonts.conf"),
    // Beside this file, so that a copy of the checkout has fonts too, also where the first is closed to who runs it.
    `<?xml version="1.0"?><fontconfig><dir prefix="relative">fonts</dir><cachedir>${join(home, "fonts-cache")}</cachedir></fontconfig>`,
  );
}

async function inflate(from: string, to: string, mode = 0o644): Promise<void> {
  await pipeline(createReadStream(from), createBrotliDecompress(), createWriteStream(to, { mode }));
}

/** Why it failed, in one sentence: of npm the code alone, because the rest is many lines and names the registry. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return "Nobody said why.";
  const said = "stderr" in error ? String(error.stderr) : "";
  const code = /^npm (?:error|ERR!) code (\S+)/m.exec(said)?.[1];
  if (code !== undefined) return `npm says ${code}.`;
  return `${error.message.split("\n")[0] ?? ""}`.replace(/[^.]$/, "$&.");
}
