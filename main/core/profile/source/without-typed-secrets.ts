import { holdsSecretText } from "../secret-content.ts";
import { isSecretName } from "../secret-setting.ts";

/** What stands in a kept source in the place of a line that may hold a secret. */
const leftOutLine = "<!-- left out of the draft -->";

/**
 * A source that somebody has typed and that cannot be read, without what may be a secret in it. It has no structure to go by, so
 * lines that are known to hold none stay, and of all others those go that stand behind the name of a secret or in a group of that
 * name, hold one by their content (`holdsSecretText`), or look like a part of data.
 *
 * @param known lines that hold no secret: those of the source that was typed over
 * @param secrets values that must not be in it, wherever they stand
 */
export function withoutTypedSecrets(
  source: string,
  known: ReadonlySet<string>,
  secrets: readonly string[],
): string {
  const isBehindName = createTracker();
  let isInKey = false;
  return source
    .split("\n")
    .map((line) => {
      const isBehind = isBehindName(line);
      const beginsKey = /-----BEGIN/.test(line);
      const isKeyLine = isInKey || beginsKey;
      isInKey = (isInKey || beginsKey) && !/-----END/.test(line);
      if (known.has(line) || /^\s*<key>[^<]*<\/key>\s*$/.test(line)) return line;
      const isSecret =
        isBehind ||
        isKeyLine ||
        partOfData.test(line) ||
        holdsSecretText({ kind: "string", value: line.replace(/<[^>]*>?/g, " ").trim() }) ||
        secrets.some((secret) => secret !== "" && line.includes(secret));
      return isSecret ? `${/^\s*/.exec(line)?.[0] ?? ""}${leftOutLine}` : line;
    })
    .join("\n");
}

/** Longer than identifiers and UUIDs, and without what divides the parts of an address or a domain. */
const partOfData = /[A-Za-z0-9+/=]{40,}/;

const parts = /<key\b|<(?:dict|array)\b[^>]*>|<\/(?:dict|array)\b|[A-Za-z][\w-]*/g;

/** Says of one line after the other whether a value of a secret may stand in it. */
function createTracker(): (line: string) => boolean {
  let depth = 0;
  /** How deep the group of a secret name is that is open; null outside. */
  let group: number | null = null;
  let isNamed = false;
  return (line) => {
    let isBehind = isNamed || group !== null;
    for (const [part] of line.matchAll(parts)) {
      if (part === "<key") isNamed = false;
      else if (part.startsWith("</")) {
        if (group === depth) group = null;
        depth -= 1;
      } else if (part.startsWith("<")) {
        depth += 1;
        if (isNamed) group ??= depth;
      } else if (isSecretName(part)) isNamed = true;
      isBehind ||= isNamed || group !== null;
    }
    return isBehind;
  };
}
