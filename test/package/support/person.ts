import { userInfo } from "node:os";

/** Whom the app runs as; without numbers it is whoever runs the test. */
export type Person = { readonly name: string; readonly uid?: number; readonly gid?: number };

/**
 * Somebody without rights. Chromium's sandbox cannot be kept for root, so under root it is `nobody`, with the numbers that Linux
 * gives it everywhere.
 */
export function personWithoutRights(): Person {
  return process.getuid?.() === 0
    ? { name: "nobody", uid: 65_534, gid: 65_534 }
    : { name: userInfo().username };
}
