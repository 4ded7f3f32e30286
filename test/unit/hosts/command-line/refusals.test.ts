import { expect, it } from "vitest";
import { runCommandLine } from "../../../../main/hosts/command-line/run.ts";
import { recordingTerminal } from "../../../support/recording-terminal.ts";

/** What a call that is refused prints on standard error; it prints nothing else and exits with 2. */
async function refusal(...args: readonly string[]): Promise<string> {
  const terminal = recordingTerminal();
  expect(await runCommandLine(args, terminal)).toBe(2);
  expect(terminal.out()).toBe("");
  expect(terminal.err()).toMatch(/^latchkey: [^\n]+\n$/);
  return terminal.err();
}

it.each([
  ["discovr", "Did you mean discover?"],
  ["signin", "Did you mean signins?"],
  ["Show", "Did you mean show?"],
])("a command with a typo, %s: names the nearest", async (name, hint) => {
  expect(await refusal(name)).toContain(hint);
});

it("a command that is like none: points at the list and guesses nothing", async () => {
  expect(await refusal("kubernetes")).toBe(
    'latchkey: There is no command named "kubernetes". latchkey --help lists all commands.\n',
  );
});

it.each([
  [["app", "--brwser"], 'app has no option "--brwser". Did you mean --browser?'],
  [
    ["lint", "a.plist", "--jamf-conect=2.45"],
    'lint has no option "--jamf-conect". Did you mean --jamf-connect?',
  ],
  [["show", "a.plist", "-x"], 'show has no option "-x". latchkey show --help'],
])("an option with a typo, %j: names the nearest", async (args, sentence) => {
  expect(await refusal(...args)).toContain(sentence);
});

it.each([
  [["test"], "test needs a login (ropg, oidc or both), --profile FILE and --username U."],
  [["test", "oidc"], "test needs --profile FILE."],
  [["test", "ropg"], "test needs --profile FILE and --username U."],
  [["convert"], "convert needs IN and -o OUT."],
  [["sign", "a"], "sign needs -o OUT and an identity (--p12, --cert with --key, or --keychain)."],
  [["diff", "a"], "diff needs B."],
  [["conditional-access"], "conditional-access needs POLICIES and --profile FILE."],
  [["signins"], "signins needs LOG."],
  [["explain"], "explain needs a CODE, TEXT or FILE."],
])("%j: everything that is missing, at once, and where the rest is told", async (args, sentence) => {
  expect(await refusal(...args)).toBe(
    `latchkey: ${sentence} latchkey ${args[0]} --help shows how it is called.\n`,
  );
});

it.each([
  ["test", "ropg", "--password", "canary-Passw0rd"],
  ["test", "ropg", "--password=canary-Passw0rd"],
  ["sign", "a", "--passphrase", "canary-Passw0rd"],
  ["test", "ropg", "--passwrd=canary-Passw0rd"],
])("attack: a password among the arguments is refused and not repeated: %s %s %s", async (...args) => {
  const said = await refusal(...args);
  expect(said).not.toContain("canary");
  expect(said).toContain(
    args.join().includes("passwrd") ? "--password-stdin" : "never taken from an argument",
  );
});

it.each([
  ["unsign", "a", "--secret", "x"],
  ["verify", "a", "--pin=1"],
])("%s takes no password and says so", async (...args) => {
  expect(await refusal(...args)).toContain(`${args[0]} needs none.`);
});

it("help is help, whatever else stands there", async () => {
  const terminal = recordingTerminal();
  expect(await runCommandLine(["test", "--nonsense", "--help"], terminal)).toBe(0);
  expect(terminal.out()).toContain("Examples:\n  latchkey test ropg --profile");
});
