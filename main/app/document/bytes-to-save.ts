import { holdsXmlComment } from "../../core/plist/index.ts";
import { type Problem, type Result, succeed } from "../../core/problem.ts";
import type { ProfileDocument, WriteOptions } from "../../core/profile/index.ts";
import { digestOf } from "../drafts/draft-file.ts";
import { rewriteInPlace } from "../export/rewrite-checked.ts";
import { writeChecked } from "../export/write-checked.ts";
import { fileNow } from "./file-now.ts";
import { wholeDocument } from "./left-out.ts";
import type { OpenDocument, WrittenDocument } from "./open-document.ts";

/** A document as it is written to a file. */
export type BytesToSave = {
  readonly bytes: Uint8Array;
  /** What of the file it came from is not in it; null where everything is. */
  readonly lost: Problem | null;
};

/**
 * The bytes of a document, in the form and encoding that it has. Where it was read from XML, or was last written as XML, everything
 * that was not changed stays as it stands there: comments, layout, order. Where that cannot be done it is written anew, and what is
 * lost by that is said. Problems: `values-left-out`, those of writing.
 */
export async function bytesToSave(open: OpenDocument): Promise<Result<BytesToSave>> {
  const whole = wholeDocument(open);
  if (!whole.ok) return whole;
  const { document, fileName } = open;
  const options = writtenAs(document);
  const written = options.to === "binary-plist" ? null : await writtenBefore(open);
  if (written !== null) {
    const kept = await rewriteInPlace(written.bytes, written.document, document);
    if (!kept.ok) return kept;
    if (kept.value !== null) return succeed({ bytes: kept.value, lost: null });
  }
  const anew = await writeChecked(document, options);
  if (!anew.ok) return anew;
  const isLost = written !== null && holdsXmlComment(written.bytes);
  return succeed({ bytes: anew.value, lost: isLost ? commentsLost(fileName) : null });
}

/** A bare property list keeps its encoding; profiles are XML. */
function writtenAs({ format, encoding }: ProfileDocument): WriteOptions {
  if (format === "mobileconfig") return { to: "mobileconfig" };
  return { to: encoding === "binary" ? "binary-plist" : "plist" };
}

/** A draft does not hold the text of its file, and reads it where nobody has changed it. */
async function writtenBefore(open: OpenDocument): Promise<WrittenDocument | null> {
  const { written, place, fileName, digest } = open;
  if (written !== null || place === null) return written;
  const now = await fileNow(place, fileName, false);
  if (!now.ok || digestOf(now.value.bytes) !== digest) return null;
  const { opened } = now.value;
  return opened.ok ? opened.value.written : null;
}

function commentsLost(fileName: string): Problem {
  return {
    code: "comments-lost",
    title: `${fileName} is saved without the comments that its file had.`,
    detail:
      "The changed places could not be found in its text, so it was written anew. All settings are there.",
    fix: "Put the comments back in a text editor if you need them.",
  };
}
