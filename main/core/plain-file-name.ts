/**
 * Characters that no suggested name may hold: separators of paths and drives, what Windows refuses, and everything that is not
 * seen or turns the reading direction, which is how `plist.exe` comes to look like `exe.plist`.
 */
const separators = /[/\\:<>"|?*]+/g;
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]+/gu;

/** Names of devices on Windows, whatever follows after a dot. */
const device = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;

/** Systems take 255 bytes for a name; a save that is atomic needs some for its own ending. */
const mostBytes = 200;

/** What is kept whatever else is cut. */
const extensionOf = /\.[a-z\d]{1,16}$/i;

/**
 * A file name that a save dialog or a download may suggest, made of text that a profile or a page brought: one plain name
 * without folders, never hidden, never a device, in one line.
 *
 * @param fallback the name without extension for text of which nothing is left
 */
export function plainFileName(text: string, fallback: string): string {
  const extension = extensionOf.exec(text)?.[0] ?? "";
  const base = text.slice(0, text.length - extension.length);
  const visible = base.replace(unseen, "").replace(separators, "-").replace(/\s+/g, " ");
  // A leading dot hides a file and a leading hyphen looks like an option; Windows drops dots and blanks at the end.
  const bare = visible.replace(/^[.\-\s]+/, "").replace(/[.\s]+$/, "");
  const named = device.test(bare) ? `_${bare}` : bare;
  const short = cutToBytes(named, mostBytes - extension.length).replace(/[.\s]+$/, "");
  return `${short === "" ? fallback : short}${extension}`;
}

/** The beginning of a text, whole characters only, that has at most so many bytes as UTF-8. */
function cutToBytes(text: string, most: number): string {
  const encoder = new TextEncoder();
  let bytes = 0;
  let kept = "";
  for (const character of text) {
    bytes += encoder.encode(character).length;
    if (bytes > most) break;
    kept += character;
  }
  return kept;
}
