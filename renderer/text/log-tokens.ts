/** A piece of a line of a log. */
export type LogToken = { readonly kind: "text" | "code" | "host" | "masked"; readonly text: string };

const pattern =
  /(?<code>AADSTS\d{4,8}|\bNSURLErrorDomain\b(?: Code=| )?-?\d{0,5})|(?<host>(?<=:\/\/)[a-z0-9][a-z0-9.-]{0,251})|(?<masked>\bmasked\b|[^\s"'=:;,/]?…(?:@[\w.-]{1,253})?)/gi;

/** Parts a masked line for showing: what decides, which hosts were asked, what was masked. */
export function logTokens(line: string): readonly LogToken[] {
  const tokens: LogToken[] = [];
  let at = 0;
  for (const match of line.matchAll(pattern)) {
    if (match.index > at) {
      tokens.push({ kind: "text", text: line.slice(at, match.index) });
    }
    const { code, host } = match.groups ?? {};
    tokens.push({
      kind: code !== undefined ? "code" : host !== undefined ? "host" : "masked",
      text: match[0],
    });
    at = match.index + match[0].length;
  }
  return at < line.length ? [...tokens, { kind: "text", text: line.slice(at) }] : tokens;
}
