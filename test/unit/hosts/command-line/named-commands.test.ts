import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { describe, expect, test } from "vitest";
import type { CommandForm } from "../../../../main/hosts/command-line/command.ts";
import { commandTable } from "../../../../main/hosts/command-line/command-table.ts";

const root = resolve(import.meta.dirname, "../../../..");
const forms: Readonly<Record<string, CommandForm>> = commandTable;

/** A place in a text that tells people to call the command line. */
type Named = { readonly file: string; readonly call: string };

/** Everything that people read comes from here: code, and facts as data. Documentation is read by the same people. */
const files = [
  "main",
  "preload",
  "renderer",
  "assets/reference",
  "docs",
  "README.md",
  "CONTRIBUTING.md",
  "SECURITY.md",
].flatMap((place) => (place.endsWith(".md") ? [place] : filesIn(place)));

function filesIn(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => /\.(ts|tsx|json|md)$/.test(path))
    .map((path) => join(folder, path));
}

/** The calls in a text: from the name of the program to the end of the sentence, the quotation or the pipe. */
function callsIn(file: string, content: string): readonly Named[] {
  // Notes for developers tell nobody what to do.
  const text = /\.tsx?$/.test(file) ? content.replace(/\/\*[\s\S]*?\*\/|(?<=\s)\/\/.*/g, "") : content;
  return [...text.matchAll(/(?<![\w./-])latchkey ((?:[a-z]|--?[a-z])[^`"'|<>\n;]*)/g)].map(
    ([, call = ""]) => ({
      file,
      call: (call.split(/[.,:)](?=\s|$|\\n)|\\n|\$\{/)[0] ?? "").trim(),
    }),
  );
}

/** Why a call cannot be made as it stands there; null where it can. */
function faultOf(call: string): string | null {
  const [name = "", ...args] = call.split(/\s+/);
  if (name === "--help" || name === "--version") return null;
  const form = Object.hasOwn(forms, name) ? forms[name] : undefined;
  if (form === undefined) return `there is no command ${name}`;
  try {
    parseArgs({
      // Brackets and bars of a usage line are no arguments.
      args: args
        .filter((word) => !/^[[\](){}…]+$/.test(word))
        .map((word) => word.replace(/^[[(]+|[\])…]+$/g, "")),
      allowPositionals: true,
      options: { ...form.options, json: { type: "boolean" }, help: { type: "boolean", short: "h" } },
    });
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : "it cannot be parsed";
  }
}

const named = files.flatMap((file) => callsIn(file, readFileSync(join(root, file), "utf8")));

describe("what texts tell people to call", () => {
  test("is there, with every option", () => {
    // The program's name also begins sentences and messages; what follows it there is no call.
    expect(named.length).toBeGreaterThan(10);
    const faults = named.flatMap(({ file, call }) => {
      const fault = faultOf(call);
      return fault === null ? [] : [`${file}: latchkey ${call}: ${fault}`];
    });
    expect(faults).toEqual([]);
  });

  test.each([
    ["fix: 'Run latchkey nosuch FILE.',", "there is no command nosuch"],
    ['fix: "Convert it: latchkey convert IN --into OUT."', "Unknown option '--into'"],
    ['fix: "Convert it: latchkey convert IN -o."', "'-o, --out <value>' argument missing"],
  ])("a fault is found: %s", (text, fault) => {
    const [found] = callsIn("main/x.ts", text);
    expect(found === undefined ? null : faultOf(found.call)).toContain(fault);
  });

  test("options that problems name without a command belong to one", () => {
    const known = new Set(Object.values(forms).flatMap(({ options }) => Object.keys(options)));
    const own = files.filter((file) => /^main\/(core|app|login|signing|hosts\/command-line)\//.test(file));
    const strange = own.flatMap((file) => {
      const text = readFileSync(join(root, file), "utf8").replace(/\/\*[\s\S]*?\*\/|(?<=\s)\/\/.*/g, "");
      const sentences = text.match(/\b(?:title|detail|fix|where|steps)\b[^\n]*/g) ?? [];
      return sentences
        .flatMap((sentence) =>
          [...sentence.matchAll(/(?<=[\s"'`([])--([a-z][a-z-]+)/g)].map(([, option = ""]) => option),
        )
        .filter((option) => !known.has(option) && option !== "help" && option !== "json")
        .map((option) => `${file}: --${option}`);
    });
    expect(strange).toEqual([]);
  });
});
