import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, it } from "vitest";

const root = resolve(import.meta.dirname, "../../../../renderer");

const sheets = readdirSync(root, { recursive: true, encoding: "utf8" }).filter(
  (name) => name.endsWith(".css") && !name.endsWith("tokens.css"),
);

/** Declarations of space between things whose lengths are no tokens. */
function ownLengths(css: string): readonly string[] {
  return [...css.matchAll(/(?<![\w-])(?:(?:margin|padding)(?:-[a-z]+)*|(?:row-|column-)?gap)\s*:[^;]+;/g)]
    .map(([declaration]) => declaration)
    .filter((declaration) => /\d(?:px|em|rem)\b/.test(declaration));
}

it.each(sheets)("%s takes its spaces from the tokens", (name) => {
  expect(ownLengths(readFileSync(join(root, name), "utf8"))).toEqual([]);
});

it("sees a length that is none", () => {
  expect(ownLengths("a { margin-top: 7px; gap: var(--s2); border-top: 1px solid; }")).toEqual([
    "margin-top: 7px;",
  ]);
});
