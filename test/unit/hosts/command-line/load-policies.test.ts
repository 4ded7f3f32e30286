import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { readFileWithin } from "../../../../main/files/read-file.ts";
import { loadPolicies } from "../../../../main/hosts/command-line/conditional-access/load-policies.ts";
import { recordingTerminal } from "../../../support/recording-terminal.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "latchkey-policies-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const terminal = { ...recordingTerminal(), readFile: readFileWithin };
const policy = (id: string) => `{"id":"${id}","conditions":{"users":{"includeUsers":["All"]}}}`;

it("attack: 64 MB of policies in many files are refused together", async () => {
  for (let file = 0; file < 3; file += 1) {
    writeFileSync(join(folder, `${file}.json`), `${policy(String(file))}${" ".repeat(6 * 1024 * 1024)}`);
  }
  expect(await loadPolicies([folder], terminal)).toMatchObject({
    ok: false,
    problem: {
      code: "file-too-large",
      detail: `${join(folder, "2.json")}: the files have more than 16 MB together.`,
    },
  });
});

it("attack: more policies than are weighed together are refused, in one file or in many", async () => {
  for (let file = 0; file < 2; file += 1) {
    const ids = Array.from({ length: 6000 }, (_, index) => `${file}-${index}`);
    writeFileSync(join(folder, `${file}.json`), `[${ids.map(policy).join(",")}]`);
  }
  expect(await loadPolicies([folder], terminal)).toMatchObject({
    ok: false,
    problem: { code: "too-many-policies" },
  });
});
