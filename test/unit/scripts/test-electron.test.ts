import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { expect, test } from "vitest";

const script = resolve(import.meta.dirname, "../../../scripts/test-electron.mjs");

/** Runs `npm run test:electron` with nothing in its environment but what is given. */
function run(environment: Readonly<Record<string, string>>) {
  return spawnSync(process.execPath, [script], { encoding: "utf8", env: { ...environment } });
}

test("a binary that is named and not there is said in one line, and is a failure", () => {
  expect(run({ LATCHKEY_TEST_ELECTRON: "/nowhere/electron" })).toMatchObject({
    status: 1,
    stdout: "",
    stderr:
      "LATCHKEY_TEST_ELECTRON names /nowhere/electron, which is no program. Give it the path of an Electron binary.\n",
  });
  // A folder may be entered, which is the same permission.
  expect(run({ LATCHKEY_TEST_ELECTRON: import.meta.dirname })).toMatchObject({ status: 1, stdout: "" });
});
