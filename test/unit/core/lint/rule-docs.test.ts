import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { documentedRules } from "../../../../main/core/lint/documented-rules.ts";
import { rulePages } from "../../../../scripts/rule-docs/pages.mjs";

const folder = join(import.meta.dirname, "../../../../docs/rules");

it("docs/rules is what the rules say; npm run docs writes it", () => {
  const pages = rulePages(documentedRules());
  expect(readdirSync(folder).toSorted()).toEqual(Object.keys(pages).toSorted());
  for (const [name, page] of Object.entries(pages))
    expect(readFileSync(join(folder, name), "utf8"), name).toBe(page);
});

it("every example is shown, and none holds what reads as a secret", () => {
  for (const { id, fires, silent } of documentedRules()) {
    expect(fires, id).toContain("<dict");
    expect(silent, id).toContain("<dict");
  }
});
