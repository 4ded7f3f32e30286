/** A record as it stands in a file: its text in UTF-8 and the line on which it begins, from 1. */
export type SplitRecord = { readonly line: number; readonly bytes: Uint8Array };

/** What a splitter finds at the end of a file: nothing, or a record that is not complete. */
export type Unfinished = { readonly line: number };

const openBrace = 0x7b;
const closeBrace = 0x7d;
const openBracket = 0x5b;
const closeBracket = 0x5d;
const quote = 0x22;
const backslash = 0x5c;
const lineFeed = 0x0a;

/**
 * Parts JSON into its records without reading them, in one pass and in pieces of any size.
 *
 * @param depth how many brackets a record stands in, see `framing.ts`
 * @param largest records above so many bytes are told by `tooLarge` and left out
 * @param broken told where a text is not closed on its line, which JSON demands; the next record is looked for behind it
 */
export function createSplitter(
  depth: number,
  largest: number,
  found: (record: SplitRecord) => void,
  tooLarge: (line: number) => void,
  broken: (line: number) => void,
): { readonly push: (chunk: Uint8Array) => void; readonly end: () => Unfinished | null } {
  let level = 0;
  let inString = false;
  let escaped = false;
  let line = 1;
  let startLine = 1;
  let held: Uint8Array[] = [];
  let heldBytes = 0;
  let inRecord = false;
  let recovering = false;

  const keep = (piece: Uint8Array) => {
    heldBytes += piece.length;
    if (heldBytes <= largest) held.push(piece);
    else held = [];
  };
  const finish = () => {
    if (heldBytes > largest) tooLarge(startLine);
    else found({ line: startLine, bytes: joined(held, heldBytes) });
    held = [];
    heldBytes = 0;
    inRecord = false;
  };

  return {
    push: (chunk) => {
      let from = 0;
      for (let at = 0; at < chunk.length; at += 1) {
        const byte = chunk[at];
        if (byte === lineFeed) line += 1;
        if (inString) {
          if (escaped) escaped = false;
          else if (byte === backslash) escaped = true;
          else if (byte === quote) inString = false;
          else if (byte === lineFeed) {
            broken(inRecord ? startLine : line - 1);
            inString = false;
            inRecord = false;
            recovering = true;
            held = [];
            heldBytes = 0;
            level = depth;
          }
          continue;
        }
        if (byte === quote) inString = true;
        else if (byte === openBrace || byte === openBracket) {
          const begins = level === depth || (recovering && level < depth);
          if (begins && byte === openBrace && !inRecord) {
            inRecord = true;
            level = depth;
            startLine = line;
            from = at;
          }
          level += 1;
        } else if (byte === closeBrace || byte === closeBracket) {
          level = Math.max(0, level - 1);
          if (level === depth && inRecord) {
            keep(chunk.slice(from, at + 1));
            recovering = false;
            finish();
          }
        }
      }
      if (inRecord) keep(chunk.slice(from));
    },
    end: () => (inRecord ? { line: startLine } : null),
  };
}

function joined(pieces: readonly Uint8Array[], bytes: number): Uint8Array {
  const [only] = pieces;
  if (only !== undefined && pieces.length === 1) return only;
  const all = new Uint8Array(bytes);
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

/** The complete records in a text, as text. */
export function splitText(text: string, depth: number): readonly string[] {
  const records: string[] = [];
  const decoder = new TextDecoder();
  const splitter = createSplitter(
    depth,
    text.length * 3,
    (record) => records.push(decoder.decode(record.bytes)),
    () => undefined,
    () => undefined,
  );
  splitter.push(new TextEncoder().encode(text));
  return records;
}
