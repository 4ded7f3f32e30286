import type { ReadStream, WriteStream } from "node:tty";
import type { Problem } from "../../core/problem.ts";

const enter = new Set(["\r", "\n", "\u0004"]);
const interrupt = "\u0003";
const rubout = new Set(["\u007f", "\b"]);

/**
 * Asks for a secret on the terminal; nothing that is typed is shown.
 *
 * @returns the typed text, or a problem when there is no terminal or the person pressed Ctrl-C
 */
export function askHidden(
  input: ReadStream | NodeJS.ReadStream,
  output: WriteStream | NodeJS.WriteStream,
  prompt: string,
): Promise<string | Problem> {
  if (!input.isTTY) {
    return Promise.resolve({
      code: "no-terminal",
      title: "There is no terminal to ask for the secret.",
      detail: "Standard input is not a terminal.",
      fix: "Pass it on standard input with --password-stdin.",
    });
  }
  output.write(prompt);
  input.setRawMode(true);
  input.setEncoding("utf8");
  input.resume();
  return new Promise((resolve) => {
    let typed = "";
    let done = false;
    const finish = (answer: string | Problem) => {
      // A terminal that went away answers the change of its mode with one more error.
      if (done) return;
      done = true;
      input.off("data", take);
      input.setRawMode(false);
      input.pause();
      output.write("\n");
      resolve(answer);
    };
    const take = (chunk: string | Buffer) => {
      for (const character of String(chunk)) {
        if (enter.has(character)) return finish(typed);
        if (character === interrupt) return finish(stopped());
        typed = rubout.has(character) ? [...typed].slice(0, -1).join("") : typed + character;
      }
    };
    input.on("data", take).on("error", () => finish(stopped()));
  });
}

function stopped(): Problem {
  return {
    code: "cancelled",
    title: "Stopped by you.",
    detail: "Nothing was sent.",
    fix: "Call the command again to go on.",
  };
}
