import { createSplitter, mostListed, type SkippedRow, whyNoSignIn } from "../core/sign-ins/index.ts";
import type { JsonFraming } from "./load-json.ts";
import { type Loading, textOf } from "./loading.ts";
import type { Source } from "./open-source.ts";
import { largestRecord } from "./row-sql.ts";

/**
 * The first records of a file that are no sign-ins or cannot be read, with their lines and the reason. A pass of our own, which
 * takes longer than DuckDB's and is made only where DuckDB met such records: it does not say on which line.
 */
export async function findUnreadJson(
  source: Source,
  framing: Pick<JsonFraming, "depth" | "lines">,
  loading: Loading,
): Promise<readonly SkippedRow[]> {
  const found: SkippedRow[] = [];
  const tell = (line: number, reason: string) => found.push({ file: loading.name, line, reason });
  const look = (line: number, text: string) => {
    const reason = reasonOf(text);
    if (reason !== null) tell(line, reason);
  };
  const walk = framing.lines ? lineWalk(look, tell) : recordWalk(framing.depth, look, tell);
  for await (const chunk of textOf(source, loading)) {
    walk.push(chunk);
    if (found.length >= mostListed) return found.slice(0, mostListed);
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
    (line) => tell(line, tooLarge),
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

/** Lines that hold more than blanks; of one that is longer than a row can be, nothing is held. */
function lineWalk(
  look: (line: number, text: string) => void,
  tell: (line: number, reason: string) => void,
): Walk {
  const decoder = new TextDecoder();
  let held: string[] = [];
  let length = 0;
  let line = 1;
  const keep = (text: string) => {
    length += text.length;
    if (length <= largestRecord) held.push(text);
    else held = [];
  };
  const finish = () => {
    const text = held.join("");
    if (length > largestRecord) tell(line, tooLarge);
    else if (text.trim() !== "") look(line, text);
    held = [];
    length = 0;
  };
  return {
    push: (chunk) => {
      const [first = "", ...lines] = decoder.decode(chunk, { stream: true }).split("\n");
      keep(first);
      for (const each of lines) {
        finish();
        line += 1;
        keep(each);
      }
    },
    end: finish,
  };
}

const tooLarge = "The row is larger than 32 MB.";
