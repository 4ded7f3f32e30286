import type { IncomingMessage } from "node:http";
import { parseJsonText } from "../../core/json/parse.ts";
import { fail, type Problem, type Result, succeed } from "../../core/problem.ts";
import { maximumInputValues, maximumProfileBytes } from "../../core/profile/limits.ts";

/** Deeper than any input of the contract; a change of a profile may go as deep as a profile. */
const limits = { depth: 600, values: maximumInputValues };

/** Largest body of a call: a change of a profile is no larger than a profile. Files go another way. */
export const largestBody = maximumProfileBytes + 64 * 1024;

/** Reads a JSON body of at most `limit` bytes. */
export async function readJson(request: IncomingMessage, limit: number): Promise<Result<unknown>> {
  // Where the size is told, the answer comes before the rest of the body, and the connection stays.
  if (Number(request.headers["content-length"] ?? 0) > limit)
    return fail(tooLarge(`More than ${limit} bytes were sent.`));
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > limit) {
      return fail(tooLarge(`More than ${limit} bytes were sent.`));
    }
    chunks.push(bytes);
  }
  const json = parseJsonText(Buffer.concat(chunks).toString("utf8"), limits);
  if (!json.ok && json.isTooMuch) return fail(tooLarge(`It holds more than ${limits.values} values.`));
  if (!json.ok) {
    return fail({
      code: "wrong-input",
      title: "The page sent something that is not JSON.",
      detail: `${size} bytes were sent.`,
      fix: "Reload the window and try again.",
    });
  }
  return succeed(json.value);
}

function tooLarge(detail: string): Problem {
  return {
    code: "input-too-large",
    title: "This is too large.",
    detail,
    fix: `Open a smaller file. Profiles and policies may have up to ${maximumProfileBytes / 1024 / 1024} MB.`,
  };
}
