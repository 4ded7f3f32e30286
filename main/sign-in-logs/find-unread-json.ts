import { createSplitter, mostListed, type SkippedRow, whyNoSignIn } from "../core/sign-ins/index.ts";
import type { JsonFraming } from "./load-json.ts";
import type { Source } from "./open-source.ts";
import { largestRecord } from "./row-sql.ts";

/**
 * The first records of a file that are no sign-ins or cannot be read, with their lines and the reason. A pass of our own, which
 * takes longer than DuckDB's and is made only where DuckDB met such records: it does not say on which line.
 */
export async function findUnreadJson(
  source: Source,
  framing: Pick<JsonFraming, "depth" | "lines">,
  file: string,
): Promise<readonly SkippedRow[]> {
  const found: SkippedRow[] = [];
  const tell = (line: number, reason: string) => found.push({ file, line, reason });
  const look = (line: number, text: string) => {
    const reason = reasonOf(text);
    if (reason !== null) tell(line, reason);
  };
  const walk = framing.lines ? lineWalk(look) : recordWalk(framing.depth, look, tell);
  try {
    for await (const chunk of source.chunks()) {
      walk.push(chunk);
      if (found.length >= mostListed) return found.slice(0, mostListed);
    }
  } catch {
    // A damaged gzip, which the file's notes tell.
  }
  walk.end();
  return found.slice(0, mostListed);
}

function reasonOf(text: string): string | null {
  try {
    return whyNoSignIn(JSON.parse(text));
  } catch {
    return "It is no JSON.";
  }
}

type Walk = { readonly push: (chunk: Uint8Array) => void; readonly end: () => void };

function recordWalk(
  depth: number,
  look: (line: number, text: string) => void,
  tell: (line: number, reason: string) => void,
): Walk {
  const decoder = new TextDecoder();
  const splitter = createSplitter(
    depth,
    largestRecord,
    ({ line, bytes }) => look(line, decoder.decode(bytes)),
    (line) => tell(line, "The row is larger than 32 MB."),
    (line) => tell(line, "A text in this row has no end."),
  );
  return {
    push: splitter.push,
    end: () => {
      const unfinished = splitter.end();
      if (unfinished !== null) tell(unfinished.line, "The file ends in the middle of this row.");
    },
  };
}

/** Lines that hold more than blanks. */
function lineWalk(look: (line: number, text: string) => void): Walk {
  const decoder = new TextDecoder();
  let rest = "";
  let line = 1;
  const push = (text: string) => {
    const lines = (rest + text).split("\n");
    rest = lines.pop() ?? "";
    for (const each of lines) {
      if (each.trim() !== "") look(line, each);
      line += 1;
    }
  };
  return {
    push: (chunk) => push(decoder.decode(chunk, { stream: true })),
    end: () => {
      if (rest.trim() !== "") look(line, rest);
    },
  };
}
