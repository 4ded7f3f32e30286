import { join } from "node:path";
import { build } from "vite";

const here = import.meta.dirname;
const built = join(here, "../../../.cache/electron-stand-in");

/** The file that `node --import` loads; it exists once {@link buildStandIn} has run. */
export const registerFile = join(built, "register.mjs");

/** Bundles the stand-in: Node 20 cannot read TypeScript, and one file starts faster than thirty. */
export async function buildStandIn(): Promise<void> {
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
}
