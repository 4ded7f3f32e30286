import type { TypedJson } from "../../core/plist/index.ts";
import { isSecretJson, maskedJson } from "../../core/profile/index.ts";
import { hiddenParts, visibleJson, visibleQuote } from "../../core/text/visible.ts";
import { oneLine } from "./text.ts";

type Settings = { readonly [key: string]: TypedJson };

/** What stands in place of a secret. `--json` has the value itself. What hides in it is said, because that breaks sign-ins. */
function hidden(value: TypedJson): string {
  const parts = typeof value === "string" ? hiddenParts(value) : [];
  return `(secret, not shown${parts.length === 0 ? "" : `; in it: ${parts.join(", ")}`})`;
}

/** One line for each setting of a domain, dictionaries and lists of them opened and indented. Secrets are not shown. */
export function settingLines(domain: string | null, values: Settings): readonly string[] {
  return linesUnder(domain, "", values, "  ");
}

/** A value in one line; hidden when the key holds a secret. */
export function settingText(domain: string | null, keyPath: string, value: TypedJson): string {
  if (isSecretJson(domain, keyPath, value)) return hidden(value);
  return typeof value === "object"
    ? visibleJson(JSON.stringify(maskedJson(domain, keyPath, value)))
    : scalarText(value);
}

function linesUnder(
  domain: string | null,
  path: string,
  values: Settings,
  indent: string,
): readonly string[] {
  return Object.entries(values).flatMap(([key, value]) => {
    const name = key.replace(/^\$\$/, "$");
    return valueLines(
      domain,
      path === "" ? name : `${path}.${name}`,
      `${indent}${nameText(name)}`,
      value,
      indent,
    );
  });
}

function valueLines(
  domain: string | null,
  path: string,
  label: string,
  value: TypedJson,
  indent: string,
): readonly string[] {
  if (isSecretJson(domain, path, value)) return [`${label}: ${hidden(value)}`];
  if (typeof value !== "object") return [`${label}: ${scalarText(value)}`];
  if (isList(value)) {
    if (value.every((item) => typeof item !== "object"))
      return [`${label}: [${value.map((item, i) => settingText(domain, `${path}[${i}]`, item)).join(", ")}]`];
    const inner = `${indent}  `;
    const items = value.flatMap((item, i) =>
      valueLines(domain, `${path}[${i}]`, `${inner}${i + 1}`, item, inner),
    );
    return [`${label}:`, ...items];
  }
  const [mark, content] = Object.entries(value)[0] ?? [];
  if (mark === undefined) return [`${label}: {}`];
  if (/^\$[a-z]/.test(mark)) return [`${label}: ${markedText(mark, content)}`];
  return [`${label}:`, ...linesUnder(domain, path, value, `${indent}  `)];
}

function isList(value: TypedJson): value is readonly TypedJson[] {
  return Array.isArray(value);
}

/** A text as it is, with what hides in it: two values that look alike and differ must not look alike here. */
function scalarText(value: TypedJson): string {
  return typeof value === "string" ? quoteText(value) : String(value);
}

function quoteText(text: string): string {
  const hidden = hiddenParts(text);
  return `${visibleQuote(text)}${hidden.length === 0 ? "" : ` (${hidden.join(", ")})`}`;
}

/** A name as it is where nothing hides in it, else in quotes. */
export function nameText(name: string): string {
  return name !== "" && oneLine(name) === name && hiddenParts(name).length === 0 ? name : quoteText(name);
}

function markedText(mark: string, content: TypedJson | undefined): string {
  if (mark !== "$data") return oneLine(String(content));
  const digits = String(content).replace(/=+$/, "").length;
  return `(${Math.floor((digits * 3) / 4)} bytes of data)`;
}
