import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readTests } from "../../../scripts/test-docs/read-tests.mjs";

const titles = (code: string) => readTests("a.test.ts", code, "danger: ").tests.map(({ title }) => title);

describe("the pages about tests", () => {
  it("are what the tests say", () => {
    const script = join(import.meta.dirname, "../../../scripts/generate-test-docs.mjs");
    const run = spawnSync(process.execPath, [script, "--check"], { encoding: "utf8" });
    expect(run.stderr).toBe("");
    expect(run.status).toBe(0);
  });
});

describe("readTests", () => {
  it("reads titles in the order of the file, with the groups around them", () => {
    const code = `
      test.describe("light", () => { test("one", async ({ page }) => { await test.step("no title", act); }); });
      if (backing === "stand-in") { it.only("two", () => undefined); }
      for (const name of names) test(\`\${name} is refused\`, act);`;
    expect(readTests("a.test.ts", code).tests).toEqual([
      { groups: ["light"], title: "one" },
      { groups: [], title: "two" },
      { groups: [], title: "… is refused" },
    ]);
  });

  it("takes nothing for a test that only looks like one", () => {
    const code = `
      // test("a comment", act)
      const text = 'test("a string", act)';
      test.beforeEach(act); test.use({}); pattern.test("a text"); other("no", act);`;
    expect(titles(code)).toEqual([]);
  });

  it("reads tables: their values out of a title, or their first column as titles", () => {
    expect(titles(`it.each(["a", "b"])("danger: %j is refused", act)`)).toEqual(["danger: … is refused"]);
    expect(titles(`it.each([["danger: a", 1], ["danger: b", 2]] as const)("%s", act)`)).toEqual([
      "danger: a",
      "danger: b",
    ]);
    expect(titles(`const rows = [["danger: c", 1]] as const; test.each(rows)("%s", act)`)).toEqual([
      "danger: c",
    ]);
    expect(titles(`test("100 %s is no table", act)`)).toEqual(["100 %s is no table"]);
  });

  it("tells of a text with the marker that is no title", () => {
    const stray = (code: string) => readTests("a.test.ts", code, "danger: ").stray;
    expect(stray(`const name = "danger: lost"; it(name, act);`)).toEqual(["danger: lost"]);
    expect(stray(`it("danger: found", act);`)).toEqual([]);
  });

  it("takes the comment at the very beginning, and no other, for what the file is about", () => {
    const intro = (code: string) => readTests("a.test.ts", code).intro;
    expect(intro(`/**\n * About files\n * and folders.\n */\nimport "x";`)).toBe("About files and folders.");
    expect(intro(`import "x";\n/** Of a function. */\nconst a = 1;`)).toBe("");
  });
});
