import { expect, it } from "vitest";
import { catalogue } from "../../../../main/hosts/command-line/catalogue.ts";
import { runCommandLine } from "../../../../main/hosts/command-line/run.ts";
import { version } from "../../../../package.json";
import { recordingTerminal } from "../../../support/recording-terminal.ts";

it("lists every command in its help and exits 0", async () => {
  const terminal = recordingTerminal();
  expect(await runCommandLine(["--help"], terminal)).toBe(0);
  for (const name of Object.keys(catalogue)) expect(terminal.out()).toContain(`  ${name} `);
});

it("exits 2 with one line for an unknown command, free of escapes", async () => {
  const terminal = recordingTerminal();
  expect(await runCommandLine(["sh\u001b[31mow"], terminal)).toBe(2);
  expect(terminal.err()).toMatch(/^latchkey: There is no command named "sh\\u001b\[31mow"\. .*\n$/);
  expect(terminal.out()).toBe("");
});

it("exits 2 with the usage for an option that does not exist", async () => {
  const terminal = recordingTerminal();
  expect(await runCommandLine(["app", "--brwser"], terminal)).toBe(2);
  expect(terminal.err()).toMatch(/^latchkey: .*'--brwser'.*Usage: latchkey app .*\n$/);
});

it("refuses a port that does not exist", async () => {
  const terminal = recordingTerminal();
  expect(await runCommandLine(["app", "--browser", "--port", "70000"], terminal)).toBe(2);
  expect(terminal.err()).toContain("This port does not exist.");
});

it("every command loads, names itself and has a usage line that begins with its name", async () => {
  for (const [name, entry] of Object.entries(catalogue)) {
    const command = await entry.load();
    expect(command.name).toBe(name);
    expect(command.usage.split(" ")[0]).toBe(name);
    expect(Object.keys(command.options).some((option) => /^(password|secret|passphrase)$/.test(option))).toBe(
      false,
    );
  }
});

it("prints its version", async () => {
  const terminal = recordingTerminal();
  expect(await runCommandLine(["--version"], terminal)).toBe(0);
  expect(terminal.out()).toBe(`${version}\n`);
});

it("names the value and the purpose of every option of every command", async () => {
  for (const [name, entry] of Object.entries(catalogue)) {
    const command = await entry.load();
    const terminal = recordingTerminal();
    expect(await runCommandLine([name, "--help"], terminal)).toBe(0);
    for (const [option, known] of Object.entries(command.options)) {
      const value = known.type === "string" ? ` ${known.value}` : "";
      expect(terminal.out()).toMatch(
        new RegExp(`^  (-\\w, )?--${option}${value.replaceAll("|", "\\|")}\\s+\\S.*\\w$`, "m"),
      );
      expect(known.description, `${name} --${option}`).toMatch(/^\S.{5,90}[^.]$/);
    }
  }
});

it("lists every option in the usage line of test", async () => {
  const terminal = recordingTerminal();
  expect(await runCommandLine(["test", "--help"], terminal)).toBe(0);
  const [usage] = terminal.out().split("\n");
  for (const option of [
    "context",
    "baseline-scopes",
    "policies",
    "allow-host",
    "jamf-connect",
    "authority",
  ]) {
    expect(usage).toContain(`--${option} `);
  }
  expect(terminal.out()).toMatch(/^ {2}--authority URL {2,}\S/m);
});
