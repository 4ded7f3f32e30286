import type { TypedJson } from "../../core/plist/index.ts";
import { type DescribedPayload, describeProfile } from "../../core/profile/index.ts";
import type { OpenedDocument } from "./open-document.ts";
import { oneLine } from "./text.ts";

/** A profile for people to read on a terminal. */
export function profileText({ document, signature }: OpenedDocument): string {
  const { format, encoding, profile, payloads } = describeProfile(document);
  const head =
    profile === null
      ? ["Property list of one preference domain"]
      : [
          profile.displayName ?? "Profile without a name",
          ...field("Identifier", profile.identifier),
          ...field("UUID", profile.uuid),
          ...field("Scope", profile.scope),
        ];
  const signed =
    signature === null
      ? "not signed"
      : `signature ${signature.status}, ${signature.signers.map(({ subject }) => subject).join(", ")}`;
  const lines = [
    ...head,
    ...field("Format", `${format}, ${encoding}`),
    ...field("Signature", signed),
    ...document.notices.flatMap(({ title, at }) =>
      field("Note", at === undefined ? title : `${title} (line ${at.line})`),
    ),
    ...payloads.flatMap(payloadLines),
  ];
  return `${lines.map((line) => line.trimEnd()).join("\n")}\n`;
}

function payloadLines(payload: DescribedPayload): readonly string[] {
  const title = payload.domain ?? payload.type ?? "Unknown preference domain";
  return ["", `${oneLine(title)} (${formWords[payload.form]})`, ...settingLines(payload.values, "  ")];
}

const formWords: Readonly<Record<DescribedPayload["form"], string>> = {
  direct: "direct payload",
  "managed-preferences": "managed preferences",
  plist: "bare settings",
  other: "other payload",
};

function settingLines(values: { readonly [key: string]: TypedJson }, indent: string): readonly string[] {
  return Object.entries(values).flatMap(([key, value]) =>
    valueLines(oneLine(key.replace(/^\$\$/, "$")), value, indent),
  );
}

function valueLines(name: string, value: TypedJson, indent: string): readonly string[] {
  if (typeof value !== "object") return [`${indent}${name}: ${scalarText(value)}`];
  if (isList(value)) {
    if (value.every((item) => typeof item !== "object")) {
      return [`${indent}${name}: [${value.map(scalarText).join(", ")}]`];
    }
    return [
      `${indent}${name}:`,
      ...value.flatMap((item, index) => valueLines(String(index), item, `${indent}  `)),
    ];
  }
  const [mark, content] = Object.entries(value)[0] ?? [];
  if (mark !== undefined && /^\$[a-z]/.test(mark)) return [`${indent}${name}: ${markedText(mark, content)}`];
  if (mark === undefined) return [`${indent}${name}: {}`];
  return [`${indent}${name}:`, ...settingLines(value, `${indent}  `)];
}

function isList(value: TypedJson): value is readonly TypedJson[] {
  return Array.isArray(value);
}

function scalarText(value: TypedJson): string {
  return typeof value === "string" ? JSON.stringify(oneLine(value)) : String(value);
}

function markedText(mark: string, content: TypedJson | undefined): string {
  if (mark === "$data")
    return `<${Math.floor((String(content).replace(/=+$/, "").length * 3) / 4)} bytes of data>`;
  return oneLine(String(content));
}

function field(name: string, value: string | null): readonly string[] {
  return value === null ? [] : [`  ${`${name}:`.padEnd(12)}${oneLine(value)}`];
}
