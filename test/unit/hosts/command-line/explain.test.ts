import { expect, it } from "vitest";
import { allEntries } from "../../../../main/core/verdict/catalogue.ts";
import { runCommandLine } from "../../../../main/hosts/command-line/run.ts";
import { recordingTerminal } from "../../../support/recording-terminal.ts";

it.each([
  ["99999999", "99999999"],
  ["aadsts99999999", "99999999"],
  ["AADSTS99999999: Something new.", "99999999"],
  ["123456789012", "123456789012"],
])("says of %s that the code is not in the catalogue", async (asked, code) => {
  const terminal = recordingTerminal();
  expect(await runCommandLine(["explain", asked], terminal)).toBe(2);
  expect(terminal.err()).toContain(`The code ${code} is not in the catalogue.`);
  expect(terminal.err()).toContain(`https://login.microsoftonline.com/error?code=${code}`);
  expect(terminal.out()).toContain(`the catalogue of ${allEntries().length} codes`);
});

it("says of a text without a code that it contains none", async () => {
  const terminal = recordingTerminal();
  expect(await runCommandLine(["explain", "blue", "elephants"], terminal)).toBe(1);
  expect(terminal.out()).toContain("contains no code and no situation");
  expect(terminal.out()).toContain("explain --list");
  expect(terminal.err()).toBe("");
});
