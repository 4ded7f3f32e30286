import { plainLine, plainText } from "../anonymize/plain-text.ts";
import { escapeMarkdown, fenced } from "../text/markdown.ts";
import { type Block, type Inline, isLinkable } from "./blocks.ts";

/** Writes a report as Markdown (CommonMark with tables, as GitHub and GitLab read it). */
export function toMarkdown(blocks: readonly Block[]): string {
  return `${blocks.map(block).join("\n\n")}\n`;
}

function block(one: Block): string {
  switch (one.kind) {
    case "heading":
      return `${"#".repeat(one.level)} ${text(one.text)}`;
    case "verdict":
      return `> **${text(one.sentence)}**\n>\n> ${text(one.detail)}`;
    case "paragraph":
      return text(one.text);
    case "table":
      return table(one.head, one.rows);
    case "list":
      return one.items
        .map((item, index) => `${one.ordered ? `${index + 1}.` : "-"} ${inline(item)}`)
        .join("\n");
    case "code":
      return `${text(one.caption)}:\n\n${codeBlock(one.text)}`;
    case "details":
      return `**${text(one.summary)}**\n\n${one.blocks.map(block).join("\n\n")}`;
    case "link":
      return isLinkable(one.address) ? `<${one.address}>` : text(one.text);
  }
}

function table(head: readonly string[], rows: readonly (readonly Inline[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [
    line(head.map(text)),
    line(head.map(() => "---")),
    ...rows.map((row) => line(head.map((_, index) => cell(row[index] ?? "")))),
  ].join("\n");
}

/** A cell ends at every bar that is not escaped, inside code spans too (GFM section 4.10). */
function cell(value: Inline): string {
  return typeof value === "string" ? text(value) : codeSpan(value.code).replaceAll("|", "\\|");
}

function inline(value: Inline): string {
  return typeof value === "string" ? text(value) : codeSpan(value.code);
}

/** Text from outside on one line, with nothing in it that Markdown could read. */
function text(value: string): string {
  return escapeMarkdown(plainLine(value));
}

/** A code span: what is in it is text, as long as no run of backticks in it is as long as its own. */
function codeSpan(value: string): string {
  const plain = plainLine(value);
  if (plain === "") return "";
  const fence = "`".repeat(longestRun(plain) + 1);
  const pad = plain.startsWith("`") || plain.endsWith("`") ? " " : "";
  return `${fence}${pad}${plain}${pad}${fence}`;
}

function codeBlock(value: string): string {
  return fenced(plainText(value), "text");
}

function longestRun(value: string): number {
  return Math.max(0, ...[...value.matchAll(/`+/g)].map((run) => run[0].length));
}
