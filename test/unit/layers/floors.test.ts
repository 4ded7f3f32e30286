import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { type Imports, mainFloors, pageFloors, wrongArrows } from "./floors.ts";

const root = resolve(import.meta.dirname, "../../..");

/** Every source file of a folder with what it imports from the project. */
function importsIn(folder: string): readonly Imports[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .map((name) => posix.join(folder, name.replaceAll("\\", "/")))
    .filter((file) => /\.tsx?$/.test(file) && !file.endsWith(".d.ts"))
    .map((file) => [file, importedBy(file)] as const);
}

function importedBy(file: string): readonly string[] {
  const text = readFileSync(join(root, file), "utf8");
  return [...text.matchAll(/\b(?:from|import)\s*\(?\s*"(\.{1,2}\/[^"]+\.tsx?)"/g)].map(([, address = ""]) =>
    posix.join(dirname(file), address),
  );
}

const main = importsIn("main");
const contract = importsIn("preload").filter(([file]) => /^preload\/(?:contract|bridge|inputs)/.test(file));
const page = [...importsIn("renderer"), ...importsIn("preload")].filter(
  ([file]) => !/^preload\/inputs/.test(file),
);

describe("no arrow leads upward", () => {
  it("in main, its words and the contract", () => {
    expect(wrongArrows([...main, ...contract], mainFloors)).toEqual([]);
  });

  it("in the page", () => {
    const known = page.map(
      ([file, imported]): Imports => [file, imported.filter((target) => !target.startsWith("main/core/"))],
    );
    expect(wrongArrows(known, pageFloors)).toEqual([]);
  });

  it("reads every import, so that an empty answer means something", () => {
    expect(main.length).toBeGreaterThan(300);
    expect(main.flatMap(([, imported]) => imported).length).toBeGreaterThan(1500);
    expect(importedBy("main/core/history/index.ts")).toContain("main/core/history/run-record.ts");
  });
});

/** What runs a sign-in, chooses how a person gets to its page, and puts two results together: below it stands the use case. */
const partsOfARun = [
  "main/login/index.ts",
  "main/login/sign-in/loopback.ts",
  "main/core/pair/pair-live.ts",
  "main/core/pair/with-prediction.ts",
];

it("no host performs a run by itself: it goes through main/app/runs", () => {
  const text = (file: string) => readFileSync(join(root, file), "utf8");
  const byItself = main
    .filter(([file]) => file.startsWith("main/hosts/"))
    .flatMap(([file, imported]) => imported.map((target) => [file, target] as const))
    .filter(([file, target]) => {
      const name = target.split("/").at(-1) ?? "";
      const isOfTypes = new RegExp(`^import type [^;]*/${name}";`, "m").test(text(file));
      return partsOfARun.includes(target) && !isOfTypes;
    });
  expect(byItself).toEqual([]);
  expect(main.map(([file]) => file)).toEqual(expect.arrayContaining(partsOfARun));
});

describe("a planted arrow is seen", () => {
  const planted: readonly [name: string, arrow: Imports, complaint: string][] = [
    ["upward in core", ["main/core/plist/index.ts", ["main/core/profile/index.ts"]], "not downward"],
    ["into a neighbour", ["main/login/index.ts", ["main/signing/index.ts"]], "not downward"],
    ["from app to a host", ["main/app/session.ts", ["main/hosts/browser/server.ts"]], "not downward"],
    ["from main to the page", ["main/app/session.ts", ["renderer/main.tsx"]], "may not know"],
    ["a file without a room", ["main/core/stray.ts", []], "no room"],
  ];
  it.each(planted)("%s", (_name, arrow, complaint) => {
    expect(wrongArrows([arrow], mainFloors).join()).toContain(complaint);
  });

  it("downward and inside a room is right", () => {
    const right: Imports = [
      "main/core/profile/index.ts",
      ["main/core/plist/index.ts", "main/core/profile/write.ts"],
    ];
    expect(wrongArrows([right], mainFloors)).toEqual([]);
  });
});
