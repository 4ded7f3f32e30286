import { join } from "node:path";
import { build } from "vite";

const here = import.meta.dirname;

/**
 * Bundles the stand-in: Node 20 cannot read TypeScript, and one file starts faster than forty.
 *
 * @param name of the folder it goes to; two processes that build at once need two
 * @returns the file that `node --import` loads
 */
export async function buildStandIn(name: string): Promise<string> {
  const built = join(here, "../../../.cache/electron-stand-in", name);
  const entry = (name: string) => join(here, `${name}.ts`);
  await build({
    configFile: false,
    logLevel: "warn",
    publicDir: false,
    build: {
      ssr: true,
      target: "node20",
      outDir: built,
      emptyOutDir: true,
      minify: false,
      rolldownOptions: {
        input: { register: entry("register"), hooks: entry("hooks"), electron: entry("electron") },
        output: { format: "es", entryFileNames: "[name].mjs", chunkFileNames: "[name]-[hash].mjs" },
      },
    },
  });
  return join(built, "register.mjs");
}
