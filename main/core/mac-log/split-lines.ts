import { macLogLimits } from "./limits.ts";

/** A line, or a piece of one that is longer than {@link macLogLimits.line}. */
export type Piece = {
  readonly text: string;
  readonly startsLine: boolean;
  readonly endsLine: boolean;
};

export type LineSplitter = {
  readonly push: (text: string) => void;
  readonly end: () => void;
};

/**
 * Parts a stream of text into lines; CRLF, LF and a lone CR each end one. The pieces are the same however the text was cut into
 * chunks, and no more than one line is kept.
 */
export function createLineSplitter(take: (piece: Piece) => void): LineSplitter {
  let rest = "";
  let startsLine = true;
  const emit = (text: string, endsLine: boolean): void => {
    take({ text, startsLine, endsLine });
    startsLine = endsLine;
  };
  const emitLine = (line: string): void => {
    let at = 0;
    while (line.length - at > macLogLimits.line) {
      emit(line.slice(at, at + macLogLimits.line), false);
      at += macLogLimits.line;
    }
    emit(at === 0 ? line : line.slice(at), true);
  };
  const push = (chunk: string): void => {
    const text = rest + chunk;
    const lineEnd = /\r\n|\n|\r/g;
    let at = 0;
    for (let found = lineEnd.exec(text); found !== null; found = lineEnd.exec(text)) {
      // The line feed of a carriage return may come with the next chunk.
      if (found[0] === "\r" && lineEnd.lastIndex === text.length) break;
      emitLine(text.slice(at, found.index));
      at = lineEnd.lastIndex;
    }
    rest = text.slice(at);
    while (rest.length > macLogLimits.line + 1) {
      emit(rest.slice(0, macLogLimits.line), false);
      rest = rest.slice(macLogLimits.line);
    }
  };
  const end = (): void => {
    const line = rest.endsWith("\r") ? rest.slice(0, -1) : rest;
    if (rest !== "" || !startsLine) emitLine(line);
    rest = "";
    startsLine = true;
  };
  return { push, end };
}
