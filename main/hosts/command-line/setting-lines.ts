import type { TypedJson } from "../../core/plist/index.ts";
import { isSecretJson } from "../../core/profile/index.ts";
import { oneLine } from "./text.ts";

type Settings = { readonly [key: string]: TypedJson };

/** What stands in place of a secret. `--json` has the value itself. */
const hidden = "(secret, not shown)";

/** One line for each setting of a domain, dictionaries and lists of them opened and indented. Secrets are not shown. */
export function settingLines(domain: string | null, values: Settings): readonly string[] {
  return linesUnder(domain, "", values, "  ");
}

/** A value in one line; hidden when the key holds a secret. */
export function settingText(domain: string | null, keyPath: string, value: TypedJson): string {
  if (isSecretJson(domain, keyPath, value)) return hidden;
  return typeof value === "object" ? oneLine(JSON.stringify(value)) : scalarText(value);
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
      `${indent}${oneLine(name)}`,
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
  if (isSecretJson(domain, path, value)) return [`${label}: ${hidden}`];
  if (typeof value !== "object") return [`${label}: ${scalarText(value)}`];
  if (isList(value)) {
    if (value.every((item) => typeof item !== "object"))
      return [`${label}: [${value.map(scalarText).join(", ")}]`];
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

function scalarText(value: TypedJson): string {
  return typeof value === "string" ? JSON.stringify(oneLine(value)) : String(value);
}

function markedText(mark: string, content: TypedJson | undefined): string {
  if (mark !== "$data") return oneLine(String(content));
  const digits = String(content).replace(/=+$/, "").length;
  return `(${Math.floor((digits * 3) / 4)} bytes of data)`;
}
