import type { Problem } from "../../preload/contract.ts";

/** Whether there is no app behind the page any more, which a banner over everything says. */
export function isHostGone({ code }: Problem): boolean {
  return code === notStored.code;
}

/** Said at what was typed when the app behind the page went. */
export const notStored: Problem = {
  code: "host-gone",
  title: "This was not stored.",
  detail: "Latchkey stopped while it was typed.",
  fix: "Start Latchkey again with npm start.",
};
