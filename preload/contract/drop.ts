import type { Dropped } from "../../main/core/dropped/what-was-dropped.ts";
import type { Call, Names } from "./define.ts";

export type DropCalls = {
  /**
   * Tells what was dropped by names and the first characters of some files, and which of the files it is about. Nothing is opened:
   * the page then gives the files to the call that reads them.
   */
  readonly "drop.recognise": Call<
    {
      /** A folder, or several files at once. */
      readonly isTogether: boolean;
      readonly files: readonly { readonly path: string; readonly head: string }[];
    },
    Dropped
  >;
};

export const dropCalls: Names<DropCalls> = { "drop.recognise": true };
