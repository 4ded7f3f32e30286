import { mostRounds, mostRoundsTogether, mostScryptBytes, mostScryptWork } from "../limits.ts";

/** A file asks for more than opening it is worth. Thrown while it is opened and caught at the edge of this folder. */
export class TooMuchWork extends Error {
  override readonly name = "TooMuchWork";
}

/** Counts what a file asks for, before it is done. Each method throws {@link TooMuchWork} with a sentence. */
export type Work = {
  /** Rounds of hashing that one part of the file states. */
  readonly rounds: (stated: number) => void;
  /** Parameters of scrypt (RFC 7914 §2). */
  readonly scrypt: (cost: number, blockSize: number, parallel: number) => void;
};

export function startWork(): Work {
  let together = 0;
  return {
    rounds: (stated) => {
      together += stated;
      if (stated > mostRounds || together > mostRoundsTogether) {
        throw new TooMuchWork(
          `It asks for ${stated > mostRounds ? stated : together} rounds of hashing to open.`,
        );
      }
    },
    scrypt: (cost, blockSize, parallel) => {
      const bytes = 128 * cost * blockSize;
      if (bytes > mostScryptBytes) {
        throw new TooMuchWork(`It asks for ${Math.ceil(bytes / 1024 / 1024)} MB of memory to open.`);
      }
      if (cost * blockSize * parallel > mostScryptWork) {
        throw new TooMuchWork(`It asks for ${parallel} passes of scrypt to open.`);
      }
    },
  };
}
