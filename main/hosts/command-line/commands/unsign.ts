import { inside, placeText, takeOut } from "../../../core/container/index.ts";
import { readPlist } from "../../../core/plist/index.ts";
import type { Problem } from "../../../core/problem.ts";
import { maximumProfileBytes } from "../../../core/profile/limits.ts";
import { openSigned } from "../../../signing/index.ts";
import type { RunCommand } from "../command.ts";
import { usageOf } from "../command-table.ts";
import { inFile, insideLine } from "../open-document.ts";
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
  const found = takeOut(bytes);
  if (!found.ok) return inFile(found.problem, input);
  const { bytes: signed, layers } = found.value ?? { bytes, layers: [] };
  const opened = await openSigned(signed);
  if (!opened.ok) return inFile(inside(opened.problem, layers), input);
  if (opened.value === null) return notSigned(input, bytes, layers.length > 0);
  if (layers.length > 0) terminal.stderr(insideLine(input, placeText(layers)));
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

/** What carries no signature: a profile that is used as it is, a profile inside of something, or no profile, whose damage is said. */
function notSigned(path: string, bytes: Uint8Array, isInside: boolean): Problem {
  const read = isInside ? null : readPlist(bytes);
  if (read !== null && !read.ok) return inFile(read.problem, path);
  return {
    code: "not-signed",
    title: `${path} is not signed.`,
    detail: "There is no signature to take off, and nothing was written.",
    fix: isInside
      ? "To take the profile out of what it is inside of: latchkey convert IN -o OUT.mobileconfig."
      : "Use the file as it is.",
  };
}
