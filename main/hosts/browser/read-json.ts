import type { IncomingMessage } from "node:http";
import { fail, type Result, succeed } from "../../core/problem.ts";
import { maximumProfileBytes } from "../../core/profile/limits.ts";

/** Reads a JSON body of at most `limit` bytes. */
export async function readJson(request: IncomingMessage, limit: number): Promise<Result<unknown>> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > limit) {
      return fail({
        code: "input-too-large",
        title: "This is too large.",
        detail: `More than ${limit} bytes were sent.`,
        fix: `Open a smaller file. Profiles may have up to ${maximumProfileBytes / 1024 / 1024} MB.`,
      });
    }
    chunks.push(bytes);
  }
  try {
    return succeed(JSON.parse(Buffer.concat(chunks).toString("utf8")));
  } catch {
    return fail({
      code: "wrong-input",
      title: "The page sent something that is not JSON.",
      detail: `${size} bytes were sent.`,
      fix: "Reload the window and try again.",
    });
  }
}
