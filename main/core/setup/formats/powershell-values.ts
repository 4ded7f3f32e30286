import { powershellText } from "../quote/powershell.ts";
import { savedParts } from "./saved-parts.ts";

/** A text as a value of PowerShell, with variables where it names what was saved. */
export function textValue(text: string): string {
  const parts = savedParts(text).map((part) =>
    "saved" in part ? `$${part.saved}` : powershellText(part.text),
  );
  const [only = "''", ...others] = parts;
  return others.length === 0 ? only : `(${parts.join(" + ")})`;
}

/**
 * A value of JSON as a literal of PowerShell: hashtables and arrays of verbatim strings, so that nothing in it is expanded.
 *
 * @param indent blanks in front of the line on which it begins
 */
export function valueLiteral(value: unknown, indent: number): string {
  if (typeof value === "string") return textValue(value);
  if (typeof value === "number") return String(value);
  if (typeof value === "boolean") return value ? "$true" : "$false";
  if (typeof value !== "object" || value === null) return "$null";
  const pad = " ".repeat(indent + 2);
  if (Array.isArray(value)) {
    if (value.length === 0) return "@()";
    const items = value.map((item) => valueLiteral(item, indent + 2));
    const line = `@(${items.join(", ")})`;
    return isShort(line)
      ? line
      : `@(\n${items.map((item) => `${pad}${item}`).join(",\n")}\n${" ".repeat(indent)})`;
  }
  const members = Object.entries(value).map(
    ([name, member]) => `${memberName(name)} = ${valueLiteral(member, indent + 2)}`,
  );
  if (members.length === 0) return "@{}";
  const line = `@{ ${members.join("; ")} }`;
  return isShort(line)
    ? line
    : `@{\n${members.map((member) => `${pad}${member}`).join("\n")}\n${" ".repeat(indent)}}`;
}

function isShort(line: string): boolean {
  return line.length <= 60 && !line.includes("\n");
}

function memberName(name: string): string {
  return /^[A-Za-z][A-Za-z0-9_]*$/.test(name) ? name : powershellText(name);
}
