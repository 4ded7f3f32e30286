// Writes docs/end-to-end.md and docs/security-tests.md from the tests. With --check it writes nothing and fails when a page
// is not current.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { endToEndPage, securityPage } from "./test-docs/pages.mjs";

const root = join(import.meta.dirname, "..");
const pages = { "docs/end-to-end.md": endToEndPage, "docs/security-tests.md": securityPage };

for (const [name, make] of Object.entries(pages)) {
  const page = make(root);
  const file = join(root, name);
  if (!process.argv.includes("--check")) {
    writeFileSync(file, page);
  } else if (textOf(file) !== page) {
    console.error(`${name} is not current. Run: npm run docs`);
    process.exitCode = 1;
  }
}

function textOf(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
