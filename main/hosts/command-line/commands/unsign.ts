import type { Problem } from "../../../core/problem.ts";
import { maximumProfileBytes } from "../../../core/profile/limits.ts";
import { openSigned } from "../../../signing/index.ts";
import type { RunCommand } from "../command.ts";
import { usageOf } from "../command-table.ts";
import { oneLine } from "../text.ts";
import { wrongCall } from "../wrong-call.ts";

const usage = usageOf("unsign");

/** `unsign`: writes the bytes that were signed, untouched. */
export const run: RunCommand = async (call, terminal) => {
  const [input, extra] = call.positionals;
  const out = call.options["out"];
  if (input === undefined || extra !== undefined || typeof out !== "string") {
    return wrongCall("Name one signed file and where to write the profile.", usage);
  }
  const bytes = await terminal.readFile(input, maximumProfileBytes);
  if (!(bytes instanceof Uint8Array)) return bytes;
  const opened = await openSigned(bytes);
  if (!opened.ok) return opened.problem;
  if (opened.value === null) return notSigned(input);
  const { content, signature } = opened.value;
  const failure = await terminal.writeFile(out, content);
  if (failure !== null) return failure;
  if (signature.status === "invalid")
    terminal.stderr(`${oneLine(`The signature of ${input} was not valid: ${signature.why}`)}\n`);
  terminal.stdout(
    call.json
      ? `${JSON.stringify({ out })}\n`
      : `${oneLine(`${out} holds the profile without its signature.`)}\n`,
  );
  return 0;
};

function notSigned(path: string): Problem {
  return {
    code: "not-signed",
    title: `${path} is not signed.`,
    detail: "There is no signature to take off, and nothing was written.",
    fix: "Use the file as it is.",
  };
}
