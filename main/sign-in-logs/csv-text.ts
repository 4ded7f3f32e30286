import { isUtf8 } from "node:buffer";

/** Whether a text is UTF-8 from beginning to end. DuckDB ends for good where it is not, so this is asked before. */
export async function isAllUtf8(chunks: AsyncIterable<Uint8Array>): Promise<boolean> {
  for await (const block of wholeLines(chunks)) if (!isUtf8(block)) return false;
  return true;
}

/**
 * The same text in UTF-8. A line that is none is taken for Windows-1252, in which spreadsheets on Windows save CSV files and in
 * which every byte is a character.
 *
 * @param told called where a line was none
 */
export async function* inUtf8(
  chunks: AsyncIterable<Uint8Array>,
  told: () => void,
): AsyncIterable<Uint8Array> {
  const windows = new TextDecoder("windows-1252");
  for await (const block of wholeLines(chunks)) {
    if (isUtf8(block)) {
      yield block;
      continue;
    }
    told();
    for (let from = 0; from < block.length; ) {
      const end = block.indexOf(lineFeed, from);
      const line = block.subarray(from, end === -1 ? block.length : end + 1);
      yield isUtf8(line) ? line : Buffer.from(windows.decode(line), "utf8");
      from += line.length;
    }
  }
}

const lineFeed = 0x0a;

/** A text in pieces that end with a line. */
async function* wholeLines(chunks: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  let held: Uint8Array[] = [];
  for await (const chunk of chunks) {
    const end = chunk.lastIndexOf(lineFeed) + 1;
    if (end === 0) {
      held.push(chunk);
      continue;
    }
    yield held.length === 0 ? chunk.subarray(0, end) : Buffer.concat([...held, chunk.subarray(0, end)]);
    held = end < chunk.length ? [chunk.subarray(end)] : [];
  }
  if (held.length > 0) yield Buffer.concat(held);
}
