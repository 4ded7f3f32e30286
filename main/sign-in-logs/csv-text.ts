import { isUtf8 } from "node:buffer";
import { open } from "node:fs/promises";

/** As much of a file as is looked at in one go. */
const blockBytes = 1024 * 1024;

/**
 * Whether a file is UTF-8 from beginning to end. DuckDB ends for good where it is not, so this is asked before. The room for a block is
 * taken once: to be given it by the system takes longer than to look through it.
 *
 * @param size bytes that the file had when it was opened
 */
export async function isFileUtf8(path: string, size: number, signal: AbortSignal | null): Promise<boolean> {
  const file = await open(path);
  try {
    const block = Buffer.allocUnsafeSlow(blockBytes);
    /** Bytes of a character whose end stands in the next block. */
    let held = 0;
    for (let at = 0; at < size && signal?.aborted !== true; ) {
      const { bytesRead } = await file.read(block, held, Math.min(blockBytes - held, size - at), at);
      if (bytesRead === 0) break;
      at += bytesRead;
      const end = held + bytesRead;
      const whole = endOfCharacters(block, end);
      if (!isUtf8(block.subarray(0, whole))) return false;
      block.copyWithin(0, whole, end);
      held = end - whole;
    }
    return held === 0 || signal?.aborted === true;
  } finally {
    await file.close();
  }
}

/** Where the last character begins if its end is cut off, else the end. */
function endOfCharacters(bytes: Uint8Array, end: number): number {
  for (let at = end - 1; at >= Math.max(0, end - 4); at -= 1) {
    const byte = bytes[at] ?? 0;
    if (byte >> 6 === 0b10) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return at + length > end ? at : end;
  }
  return end;
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
