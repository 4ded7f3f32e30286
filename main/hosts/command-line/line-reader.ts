import { createInterface, type Interface } from "node:readline";
import type { Readable } from "node:stream";

export type LineReader = {
  /** The next line without its line break; null at the end. */
  readonly next: () => Promise<string | null>;
  /** Lets go of the stream, so that an open pipe does not keep the process alive. */
  readonly close: () => void;
};

/**
 * Reads a stream line by line without waiting for its end, so that `test oidc --redirect paste` can take the address
 * while the other side keeps the pipe open. The stream is only opened when the first line is asked for.
 */
export function lineReader(open: () => Readable): LineReader {
  let reader: Interface | undefined;
  let lines: AsyncIterator<string> | undefined;
  let input: Readable | undefined;
  return {
    next: async () => {
      if (input === undefined) {
        input = open();
        // A terminal that goes away, for example: what has been read counts, and then it ends.
        input.on("error", () => reader?.close());
      }
      reader ??= createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
      lines ??= reader[Symbol.asyncIterator]();
      const next = await lines.next();
      return next.done === true ? null : next.value;
    },
    close: () => {
      reader?.close();
      input?.destroy();
    },
  };
}
