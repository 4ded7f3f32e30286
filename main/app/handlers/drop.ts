import { succeed } from "../../core/problem.ts";
import type { HandlersOf } from "./handlers-of.ts";

/** What is dropped into the window; what recognises it is loaded when something is. */
export function dropHandlers(): HandlersOf<"drop"> {
  return {
    "drop.recognise": async ({ files, isTogether }) => {
      const { whatWasDropped } = await import("../../core/dropped/what-was-dropped.ts");
      return succeed(whatWasDropped(files, isTogether));
    },
  };
}
