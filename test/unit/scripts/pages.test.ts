import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { succeeded } from "../../support/login-result.ts";

const root = join(import.meta.dirname, "../../..");

it("every file and folder that the page about the architecture names is there", () => {
  const page = readFileSync(join(root, "docs/architecture.md"), "utf8");
  const named = [...page.matchAll(/`((?:main|preload|renderer|test)\/[\w./-]+)`/g)].map(
    ([, path]) => path ?? "",
  );
  expect(named.length).toBeGreaterThan(50);
  expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

it("the page about reports says what each member of `asked` is", () => {
  const page = readFileSync(join(root, "docs/reports.md"), "utf8");
  const [, block = ""] = /```ts\nasked: \{\n([\s\S]*?)\n\}\n```/.exec(page) ?? [];
  const named = [...block.matchAll(/^ {2}(\w+):/gm)].map(([, name]) => name);
  expect(named).toEqual(Object.keys(succeeded("oidc").asked));
});
