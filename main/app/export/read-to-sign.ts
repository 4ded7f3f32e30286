import { placeText, takeOut } from "../../core/container/index.ts";
import { readPlist } from "../../core/plist/index.ts";
import { fail, type Problem, type Result, succeed } from "../../core/problem.ts";
import { tooLargeProfile } from "../../core/profile/limits.ts";
import { openSigned } from "../../signing/index.ts";
import { profileInside } from "../document/open-bytes.ts";
import { crossCheck } from "./cross-check.ts";

/**
 * The bytes of a file that may be signed as they are: an unsigned profile or property list that both readers understand.
 * Problems: `already-signed`, `profile-inside`, `not-a-profile`, those of the reader, `second-opinion-differs` and `second-opinion-unreadable`:
 * what an export is refused for is no reason to put a signature on it.
 */
export async function readToSign(bytes: Uint8Array): Promise<Result<Uint8Array>> {
  const opened = await openSigned(bytes);
  if (!opened.ok) return opened;
  if (opened.value !== null) return fail(alreadySigned);
  const inside = takeOut(bytes);
  if (!inside.ok) return inside;
  if (inside.value !== null) return fail(profileInside(placeText(inside.value.layers)));
  const read = tooLargeProfile(bytes.length) ?? readPlist(bytes);
  if (!read.ok) return read;
  if (read.value.value.kind !== "dict") return fail(notAProfile);
  const doubt = await crossCheck(bytes);
  return doubt === null ? succeed(bytes) : fail(doubt);
}

const alreadySigned: Problem = {
  code: "already-signed",
  title: "The file is signed already.",
  detail: "A profile carries one signature, and a new one must cover the profile itself.",
  fix: "Take the signature off first: latchkey unsign IN -o OUT",
};

const notAProfile: Problem = {
  code: "not-a-profile",
  title: "The file is not a profile.",
  detail: "It is a property list whose top is not a dictionary.",
  fix: "Name a .mobileconfig, or a property list with settings.",
};
