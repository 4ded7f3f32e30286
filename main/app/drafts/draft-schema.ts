import { unstoredField } from "../../../preload/inputs/form.ts";
import { z } from "../../../preload/inputs/zod.ts";

/** The form of a draft on disk. What another version has written says so in `version` and is not guessed at. */
export const draftVersion = 3;

/**
 * Forms that are read: the first did not say whether its file was signed, and the root of the first two was typed JSON, which does not
 * keep the order of keys that are whole numbers. What stood on the page came with the third.
 */
const readVersions = [1, 2, draftVersion] as const;

/** The root is read by the reader of ordered JSON, which has limits of its own, as that of typed JSON has. */
export const draftFile = z.strictObject({
  version: z.literal(readVersions),
  id: z.uuid(),
  /** Process that wrote it. */
  writer: z.number().int().positive(),
  savedAt: z.iso.datetime(),
  /** Stands where a value was left out. */
  mark: z.string().min(8).max(100),
  file: z.strictObject({
    name: z.string().min(1).max(1024),
    /** Where the file lies; null where nobody knows, and for a profile that was inside something. */
    path: z.string().max(32_767).nullable(),
    /** SHA-256 of the file as it was opened or last saved. */
    digest: z.string().regex(/^[0-9a-f]{64}$/),
    bytes: z.number().int().nonnegative(),
    isSigned: z.boolean().default(false),
  }),
  format: z.enum(["mobileconfig", "plist"]),
  encoding: z.enum(["xml", "binary"]),
  domain: z.string().max(1024).nullable(),
  root: z.unknown(),
  /** What stood on the page and was not in the document. */
  unstored: z
    .strictObject({ fields: z.array(unstoredField).max(1000).readonly(), source: z.string().nullable() })
    .default({ fields: [], source: null }),
});

export type DraftFile = z.infer<typeof draftFile>;

/** Whether a draft of this version is read. */
export function isRead(version: number): boolean {
  return readVersions.some((one) => one === version);
}
