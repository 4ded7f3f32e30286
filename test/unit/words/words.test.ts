import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readWords } from "../../../scripts/word-docs/read-words.mjs";
import { parse } from "../../../scripts/word-docs/source-files.mjs";

/** What files say, as `code slot: text` lines; sentences without a code come last. */
function said(files: Readonly<Record<string, string>>): readonly string[] {
  const parsed = new Map(Object.entries(files).map(([path, code]) => [path, parse(path, code)]));
  return readWords(parsed).flatMap(({ records, sentences }) => [
    ...records.flatMap(({ code, said: texts }) => texts.map(({ slot, text }) => `${code} ${slot}: ${text}`)),
    ...sentences,
  ]);
}

describe("the page of words", () => {
  it("is what the sources say", () => {
    const script = join(import.meta.dirname, "../../../scripts/generate-word-docs.mjs");
    const run = spawnSync(process.execPath, [script, "--check"], { encoding: "utf8" });
    expect(run.stderr).toBe("");
    expect(run.status).toBe(0);
  });
});

describe("readWords", () => {
  it("reads problems: code, title, detail and fix, with … for what only a run knows", () => {
    const code = `fail({ code: "too-long", title: \`\${name} is too long.\`, detail: "At most " + limit + " kB.", fix: "Cut it." });`;
    expect(said({ "main/a.ts": code })).toEqual([
      "too-long title: … is too long.",
      "too-long detail: At most … kB.",
      "too-long fix: Cut it.",
    ]);
  });

  it("reads every wording of a choice, constants, and what functions return, also from other files", () => {
    const files = {
      "main/a.ts": `import { more } from "./b.ts";
        const where = "in the profile";
        const p = { code: "x", title: one ? "One is wrong." : "Two are wrong.", detail: \`It is \${where}. \${more()}\` };`,
      "main/b.ts": `export function more() { return "Nothing was sent."; }`,
    };
    expect(said(files)).toEqual([
      "x title: One is wrong.",
      "x title: Two are wrong.",
      "x detail: It is in the profile. Nothing was sent.",
    ]);
  });

  it("reads calls by the names that the function gives its parameters", () => {
    const code = `function problem(code, title, fix) { return { code, title, fix }; }
      const a = problem("dns", "No such host.", "Check the name.");`;
    expect(said({ "main/a.ts": code })).toEqual(["dns title: No such host.", "dns fix: Check the name."]);
  });

  it("lists the steps of a fix with its finding, wherever they are written", () => {
    const code = `const fix = { label: "Mend it", steps: ["Open the file.", "Correct it."] };
      const finding = { rule: "wrong", title: "It is wrong.", fix };`;
    expect(said({ "main/a.ts": code })).toEqual([
      "wrong title: It is wrong.",
      "wrong label: Mend it",
      "wrong steps: Open the file.",
      "wrong steps: Correct it.",
    ]);
  });

  it("leaves no sentence out that stands without a code, and takes no name for one", () => {
    const code = `const table = { a: "The login works." }; const field = { title: "Tenant" }; type T = "x";`;
    expect(said({ "main/a.ts": code })).toEqual(["The login works."]);
  });

  it("says nothing of the words of the practice services, which imitate others", () => {
    expect(said({ "main/practice-tenant/a.ts": `const a = "Enter your password now.";` })).toEqual([]);
  });
});
