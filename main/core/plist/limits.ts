/** Largest property list that is read, in bytes. */
export const maximumBytes = 64 * 1024 * 1024;

/** Deepest nesting of arrays and dictionaries that is read. Deeper documents only occur as attacks on readers. */
export const maximumDepth = 512;

/**
 * Most keys and values that a document may have. The largest published profile has a few thousand. Every change of a
 * profile goes through all of them, and a document at this limit still opens and changes in about a second.
 *
 * It counts what a binary property list unfolds to: that may refer to one object many times, so that a few hundred bytes
 * can describe more values than fit in memory.
 */
export const maximumValues = 100_000;

/** Most remarks about one document. A file may deserve one at every key. */
export const maximumNotices = 100;

/** Integers outside these bounds exist in no Apple format: binary property lists hold at most 128 bits, signed. */
export const smallestInteger = -(2n ** 127n);
export const largestInteger = 2n ** 127n - 1n;

/** Largest reference number of a keyed archive. */
export const largestUid = 2n ** 64n - 1n;

/** Dates outside the years 0001 to 9999 cannot be written as XML. Milliseconds since 1970. */
export const earliestDate = -62_135_596_800_000;
export const latestDate = 253_402_300_799_999;
