import type { Exchange } from "../../../../preload/contract.ts";

/** A piece of an exchange for colouring. */
export type ExchangePart = { readonly kind: "key" | "text" | "mask" | "hit"; readonly text: string };

/** The body as lines that can be read: one form field per line, JSON indented, everything else as it is. */
export function readableBody(exchange: Exchange): string {
  const body = exchange.body.trim();
  if (body === "") {
    return "";
  }
  if (/^[[{]/.test(body)) {
    return indentJson(body);
  }
  const isForm = /^[\w.-]+=[^\n<]*(?:&[\w.-]+=[^\n<]*)*$/.test(body);
  return isForm ? body.split("&").map(decodeField).join("\n") : body;
}

function indentJson(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}

function decodeField(field: string): string {
  try {
    return decodeURIComponent(field.replaceAll("+", " "));
  } catch {
    return field;
  }
}

/** Method or status first, then the rest of the line: `POST` and `https://…`, `400` and `Bad Request`. */
export function splitLine(line: string): { readonly first: string; readonly rest: string } {
  const space = line.indexOf(" ");
  return space === -1
    ? { first: line, rest: "" }
    : { first: line.slice(0, space), rest: line.slice(space + 1) };
}

const jsonKey = /^(\s*)("(?:[^"\\]|\\.)*")(:\s?)(.*)$/;
const formKey = /^()([\w.-]+)(=)(.*)$/;

/**
 * Splits one line of a readable body: the name, what is masked, and the AADSTS code that decided the verdict.
 *
 * @param code the deciding code, marked wherever it stands; null marks nothing
 */
export function colourLine(line: string, code: number | null): readonly ExchangePart[] {
  const [, indent = "", name, between = "", value = ""] = jsonKey.exec(line) ?? formKey.exec(line) ?? [];
  if (name === undefined) {
    return markValue(line, code);
  }
  return [
    { kind: "text" as const, text: indent },
    { kind: "key" as const, text: name },
    { kind: "text" as const, text: between },
    ...markValue(value, code),
  ].filter((part) => part.text !== "");
}

function markValue(value: string, code: number | null): readonly ExchangePart[] {
  const pattern = code === null ? /("?masked"?)/ : new RegExp(`("?masked"?|(?:AADSTS)?${code}\\b)`);
  return value
    .split(pattern)
    .filter((text) => text !== "")
    .map((text) => ({
      kind: /^"?masked"?$/.test(text)
        ? "mask"
        : code !== null && /^(?:AADSTS)?\d+$/.test(text) && text.endsWith(String(code))
          ? "hit"
          : "text",
      text,
    }));
}
