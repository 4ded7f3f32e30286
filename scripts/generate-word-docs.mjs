// Writes docs/words.md from the sources and the catalogues. With --check it writes nothing and fails when the page is not current.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { wordsPage } from "./word-docs/page.mjs";
import { readSaid } from "./word-docs/said.mjs";

const root = join(import.meta.dirname, "..");
const file = join(root, "docs/words.md");
const page = wordsPage(readSaid(root));

if (!process.argv.includes("--check")) {
  writeFileSync(file, page);
} else if (!existsSync(file) || readFileSync(file, "utf8") !== page) {
  console.error("docs/words.md is not current. Run: npm run docs");
  process.exitCode = 1;
}
