import { expect, it } from "vitest";
import { catalogue } from "../../../../main/hosts/command-line/catalogue.ts";
import type { CommandForm } from "../../../../main/hosts/command-line/command.ts";
import { commandTable } from "../../../../main/hosts/command-line/command-table.ts";
import { parseCall } from "../../../../main/hosts/command-line/parse-call.ts";
import { runCommandLine } from "../../../../main/hosts/command-line/run.ts";
import { version } from "../../../../package.json";
import { recordingTerminal } from "../../../support/recording-terminal.ts";

const forms: readonly (readonly [string, CommandForm])[] = Object.entries(commandTable);

it("lists every command in its help and exits 0", async () => {
  const terminal = recordingTerminal();
  expect(await runCommandLine(["--help"], terminal)).toBe(0);
  for (const name of Object.keys(catalogue)) expect(terminal.out()).toContain(`  ${name} `);
});

it("help with the name of a command prints the page of that command", async () => {
  const [asked, usual] = [recordingTerminal(), recordingTerminal()];
  expect(await runCommandLine(["help", "lint"], asked)).toBe(0);
  await runCommandLine(["lint", "--help"], usual);
  expect(asked.out()).toBe(usual.out());
  const unknown = recordingTerminal();
  expect(await runCommandLine(["help", "lnt"], unknown)).toBe(2);
  expect(unknown.err()).toContain("Did you mean lint?");
});

it("exits 2 with one line for an unknown command, free of escapes", async () => {
  const terminal = recordingTerminal();
  expect(await runCommandLine(["sh\u001b[31mow"], terminal)).toBe(2);
  expect(terminal.err()).toMatch(/^latchkey: There is no command named "sh\\u001b\[31mow"\. .*\n$/);
  expect(terminal.out()).toBe("");
});

it("refuses a port that does not exist", async () => {
  const terminal = recordingTerminal();
  expect(await runCommandLine(["app", "--browser", "--port", "70000"], terminal)).toBe(2);
  expect(terminal.err()).toContain("This port does not exist.");
});

it("every command loads, and has a usage line that begins with its name", async () => {
  for (const load of Object.values(catalogue)) expect(await load()).toBeTypeOf("function");
  for (const [name, { usage, options }] of forms) {
    expect(usage.split(" ")[0]).toBe(name);
    expect(Object.keys(options).some((option) => /^(password|secret|passphrase)$/.test(option))).toBe(false);
  }
});

it.each(forms)("%s: every option stands in the usage, and the usage names no other", (_name, form) => {
  const named = [...form.usage.matchAll(/(?<=[\s[(])--?([a-z][a-z\d-]*)/g)].map(([, flag]) => flag);
  const known = Object.entries(form.options).map(([name, { short }]) =>
    short !== undefined && named.includes(short) ? short : name,
  );
  expect([...new Set(named)].toSorted()).toEqual(known.toSorted());
});

it("prints its version", async () => {
  const terminal = recordingTerminal();
  expect(await runCommandLine(["--version"], terminal)).toBe(0);
  expect(terminal.out()).toBe(`${version}\n`);
});

it("names the value and the purpose of every option of every command", async () => {
  for (const [name, { options }] of forms) {
    const terminal = recordingTerminal();
    expect(await runCommandLine([name, "--help"], terminal)).toBe(0);
    for (const [option, known] of Object.entries(options)) {
      const value = known.type === "string" ? ` ${known.value}` : "";
      expect(terminal.out()).toMatch(
        new RegExp(`^  (-\\w, )?--${option}${value.replaceAll("|", "\\|")}\\s+\\S.*\\w$`, "m"),
      );
      expect(known.description, `${name} --${option}`).toMatch(/^\S.{5,90}[^.]$/);
    }
  }
});

it.each(forms)("%s: every example in its help is a whole call", async (name, form) => {
  expect(form.examples.length).toBeGreaterThan(0);
  for (const example of form.examples) {
    const [command, ...args] = example.split(" ");
    expect(command).toBe(name);
    expect(parseCall(form, args), example).toHaveProperty("positionals");
  }
});
