import { basename, dirname, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "vite";

const root = resolve(import.meta.dirname, "../../..");

/**
 * Bundles one module of the product the way the build does (ES modules for Node 20, dependencies inside) and imports
 * it. The rows that measure inside one process use this: the chunks in dist/ have names and exports of their own.
 *
 * @param {string} entry path from the repository root, such as "main/signing/index.ts"
 * @param {string} [thread] the entry of a thread that it starts, which the build lays into the folder above its chunks
 */
export async function importBundled(entry, thread) {
  const name = entry.replaceAll(/[^a-z0-9]+/gi, "-");
  const outDir = resolve(root, ".cache/bench", name, "chunks");
  if (thread !== undefined) await bundle(thread, dirname(outDir), basename(thread).replace(".ts", ".js"));
  await bundle(entry, outDir, "entry.mjs");
  return import(pathToFileURL(resolve(outDir, "entry.mjs")).href);
}

async function bundle(entry, outDir, file) {
  await build({
    root,
    configFile: false,
    logLevel: "error",
    // Native, and so outside the build as well; the second looks for files beside its own.
    ssr: { noExternal: true, external: ["@duckdb/node-api", "playwright"] },
    build: {
      ssr: resolve(root, entry),
      outDir,
      emptyOutDir: true,
      target: "node20",
      minify: false,
      rolldownOptions: { output: { entryFileNames: file } },
    },
  });
}
