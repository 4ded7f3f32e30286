// Writes docs/rules from the rules of main/core/lint.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "vite";
import { rulePages } from "./rule-docs/pages.mjs";

const root = resolve(import.meta.dirname, "..");
const folder = join(root, "docs/rules");

const { documentedRules } = await bundled("main/core/lint/documented-rules.ts");
const pages = rulePages(documentedRules());
mkdirSync(folder, { recursive: true });
for (const name of readdirSync(folder)) if (!(name in pages)) rmSync(join(folder, name));
for (const [name, page] of Object.entries(pages)) writeFileSync(join(folder, name), page);

/** The rules are TypeScript, which Node 20 does not read. */
async function bundled(entry) {
  const outDir = join(root, ".cache/rule-docs");
  await build({
    root,
    configFile: false,
    logLevel: "error",
    ssr: { noExternal: true },
    build: {
      ssr: join(root, entry),
      outDir,
      emptyOutDir: true,
      target: "node20",
      minify: false,
      rolldownOptions: { output: { entryFileNames: "entry.mjs" } },
    },
  });
  return import(pathToFileURL(join(outDir, "entry.mjs")).href);
}
