import { fail, type Problem } from "../problem.ts";

/**
 * Largest profile that is opened, in bytes; the property-list reader itself takes more. Real profiles are a few
 * kilobytes, and embedded fonts and icons stay far below. A profile at this limit still opens and shows in a second or
 * two; one of 50 MB would hold up a window for half a minute.
 */
export const maximumProfileBytes = 16 * 1024 * 1024;

/** Most values that a page may send in one call. The largest change is a payload with all of its settings. */
export const maximumInputValues = 100_000;

/**
 * Largest source, in characters, that is edited as text; larger ones are shown. Every pause in typing sends the whole text and reads
 * it.
 */
export const editableSource = 1_000_000;

/** Refuses what is too large to be a profile; null for everything else. */
export function tooLargeProfile(size: number): { readonly ok: false; readonly problem: Problem } | null {
  if (size <= maximumProfileBytes) return null;
  return fail({
    code: "profile-too-large",
    title: "This file is too large to be a profile.",
    detail: `It has ${Math.round(size / 1024 / 1024)} MB; the limit is ${maximumProfileBytes / 1024 / 1024} MB.`,
    fix: "Choose the profile itself, a .mobileconfig or .plist file.",
  });
}
