import { masked, treatmentOf } from "./names.ts";
import type { Range } from "./ranges.ts";
import { shortenUserName } from "./user-name.ts";

/**
 * What has to be masked by its name in a form body or query (`a=b&c=d`). Values stay encoded as they were sent, so that
 * what is shown is what went over the wire, apart from the masked ones.
 *
 * @param offset where the form begins in the text that is masked
 */
export function formRanges(encoded: string, offset = 0): readonly Range[] {
  const ranges: Range[] = [];
  for (const match of encoded.matchAll(/([^&=]*)=([^&]*)/g)) {
    const [, name = "", value = ""] = match;
    const shown = shownValue(name, value);
    if (shown === null) continue;
    const start = offset + match.index + name.length + 1;
    ranges.push({ start, end: start + value.length, shown });
  }
  return ranges;
}

/** What stands for a value; null where it stays. */
function shownValue(name: string, value: string): string | null {
  if (value === "") return null;
  switch (treatmentOf(decode(name))) {
    case "secret":
      return masked;
    case "user-name":
      return shortenUserName(decode(value));
    case "plain":
      return null;
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return text;
  }
}
