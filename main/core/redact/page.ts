/**
 * What is kept of an HTML page: its title, its size and, on Entra's error pages, the line with the code. Sign-in pages
 * carry session state in scripts and fields, and may show names and hints; none of that helps to read a step.
 *
 * @returns null when the text is no page
 */
export function pageSummary(body: string): string | null {
  if (!/^\s*(?:<!doctype\s+html|<html\b|<head\b|<script\b|<body\b)/i.test(body)) return null;
  const title = /<title\b[^<>]{0,200}>([^<]{1,200})/i.exec(body)?.[1]?.trim();
  const code = /AADSTS\d{2,7}: [^<\n\r]{1,300}/.exec(body)?.[0];
  const named =
    title === undefined || title === "" ? "An HTML page without a title" : `An HTML page, “${title}”`;
  return [
    `${named}, ${body.length} characters. Pages are not kept.`,
    ...(code === undefined ? [] : [code]),
  ].join("\n");
}
