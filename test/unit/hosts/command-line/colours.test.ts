import { describe, expect, it } from "vitest";
import { colour, type Look, showsColours } from "../../../../main/hosts/command-line/colours.ts";
import { safeOutput } from "../../../../main/hosts/command-line/safe-output.ts";
import { recordingTerminal } from "../../../support/recording-terminal.ts";

const esc = "\u001b";
const codes: Readonly<Record<Look, string>> = { bad: "1;31", unsure: "1;33", good: "1;32", strong: "1" };
const looking = (look: Look, text: string) => `${esc}[${codes[look]}m${text}${esc}[0m`;

describe("colour", () => {
  it("gives the first line its look and every other one that of the first pattern that fits", () => {
    const looks = {
      head: "good",
      lines: [
        [/^error\b/, "bad"],
        [/^err\w+: no/, "unsure"],
      ],
    } as const;
    expect(colour("error: fine\nerror: no\nan error\n", looks)).toBe(
      `${looking("good", "error: fine")}\n${looking("bad", "error")}: no\nan error\n`,
    );
  });
});

describe("showsColours", () => {
  it.each<[boolean, Record<string, string>, boolean]>([
    [true, {}, true],
    [true, { TERM: "xterm-256color" }, true],
    [true, { NO_COLOR: "" }, true],
    [true, { NO_COLOR: "0" }, false],
    [true, { NO_COLOR: "1", FORCE_COLOR: "1" }, false],
    [true, { TERM: "dumb" }, false],
    [false, {}, false],
    [false, { FORCE_COLOR: "1" }, false],
  ])("on a terminal %s with %j: %s", (isTTY, environment, expected) => {
    expect(showsColours({ isTTY }, environment)).toBe(expected);
  });
});

describe("an output in colour", () => {
  const looks = { lines: [[/^error/, "bad"]] } as const;

  it("colours what a command marks, and nothing that comes from outside", () => {
    const terminal = recordingTerminal();
    safeOutput({ ...terminal, isInColour: true }).stdout(`error\n${esc}[32mfine\n`, looks);
    expect(terminal.out()).toBe(`${looking("bad", "error")}\n\\u001b[32mfine\n`);
  });

  it("stays plain where none are wanted", () => {
    const terminal = recordingTerminal();
    safeOutput(terminal).stdout("error\n", looks);
    expect(terminal.out()).toBe("error\n");
  });
});
