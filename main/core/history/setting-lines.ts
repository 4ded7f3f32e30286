import { type TypedJson, toTypedJson } from "../plist/index.ts";
import type { PlistDict, PlistValue } from "../plist/value.ts";
import { hasSecret, listPayloads, type ProfileDocument, payloadValues } from "../profile/index.ts";
import { writeKeyPath } from "../profile/key-path.ts";
import type { SettingLine } from "./run-record.ts";

/** One setting with its whole value. Dictionaries are opened, arrays stay one setting. */
export type SettingLeaf = {
  readonly domain: string | null;
  readonly keyPath: string;
  readonly value: PlistValue;
  readonly secret: boolean;
};

/** Every setting of a document in its order; what describes profile and payloads (`Payload…` keys) is left out. */
export function settingLeaves(document: ProfileDocument): readonly SettingLeaf[] {
  const seen = new Map<string | null, number>();
  return listPayloads(document).flatMap((payload) => {
    const domain = payload.domain ?? payload.type;
    const count = seen.get(domain) ?? 0;
    seen.set(domain, count + 1);
    return leavesOf(domain, count === 0 ? [] : [`[${count}]`], [], payloadValues(payload));
  });
}

function leavesOf(
  domain: string | null,
  prefix: readonly string[],
  path: readonly string[],
  settings: PlistDict,
): readonly SettingLeaf[] {
  return [...settings.entries].flatMap(([key, value]) => {
    const here = [...path, key];
    if (value.kind === "dict" && value.entries.size > 0) return leavesOf(domain, prefix, here, value);
    const keyPath = [...prefix, ...here].join(".");
    return [{ domain, keyPath, value, secret: hasSecret(domain, writeKeyPath(here), value) }];
  });
}

/**
 * The settings as lines for comparing and reading.
 *
 * @param markSecret gives a number for a secret, the same for equal ones; the secret itself never becomes part of a line
 */
export function settingLines(
  leaves: readonly SettingLeaf[],
  markSecret: (secret: string) => string,
): readonly SettingLine[] {
  return leaves.map(({ domain, keyPath, value, secret }) => {
    const json = toTypedJson(value);
    return secret
      ? { domain, keyPath, value: markSecret(JSON.stringify(json)), kind: "secret" }
      : { domain, keyPath, value: settingText(json), kind: "plain" };
  });
}

/** A value as one line of text. */
export function settingText(value: TypedJson): string {
  if (typeof value === "string") return value;
  if (Array.isArray(value) && value.every((item) => typeof item !== "object")) return value.join(", ");
  return JSON.stringify(value);
}

/**
 * A text that is equal for equal settings: what its hash is equal for, a Mac would be told the same. Secrets are in it
 * by name only, so that the hash gives no way to try them.
 */
export function fingerprintText(leaves: readonly SettingLeaf[]): string {
  const lines = leaves.map(({ domain, keyPath, value, secret }) =>
    JSON.stringify([domain, keyPath, secret ? null : value.kind, secret ? null : toTypedJson(value)]),
  );
  return lines.toSorted().join("\n");
}
