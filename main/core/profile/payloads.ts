import { dict } from "../plist/build.ts";
import type { PlistDict, PlistValue } from "../plist/value.ts";
import { asDict, isBookkeepingKey, textAt, withoutBookkeeping } from "./bookkeeping.ts";
import type { ProfileDocument } from "./document.ts";
import type { KeyPath } from "./patch.ts";

/** The payload type under which macOS takes settings for any preference domain. */
export const managedPreferencesType = "com.apple.ManagedClient.preferences";

/** How a payload carries its settings. */
export type PayloadForm = "direct" | "managed-preferences" | "plist" | "other";

/** One dictionary of settings inside a payload, and where it is in the document. */
export type SettingsLayer = {
  /** `Forced`, `Often` or `Set-Once` for managed preferences; null elsewhere. */
  readonly mode: string | null;
  readonly path: KeyPath;
  readonly settings: PlistDict;
};

/** What manages one preference domain, or a payload of another kind. */
export type Payload = {
  readonly type: string | null;
  readonly identifier: string | null;
  readonly uuid: string | null;
  readonly displayName: string | null;
  /** The preference domain; null for payloads of Apple's that are not preferences. */
  readonly domain: string | null;
  readonly form: PayloadForm;
  /** Where the payload's dictionary is in the document; empty for a bare plist. */
  readonly path: KeyPath;
  /** The settings, in rising precedence: where two layers set one key, the later one counts. */
  readonly layers: readonly SettingsLayer[];
};

/** Every payload of the document, in its order; each domain inside a managed-preferences payload is one of its own. */
export function listPayloads(document: ProfileDocument): readonly Payload[] {
  if (document.format === "plist") return [barePayload(document)];
  const content = document.root.entries.get("PayloadContent");
  if (content?.kind !== "array") return [];
  return content.items.flatMap((item, index) =>
    item.kind === "dict" ? payloadsIn(item, ["PayloadContent", index]) : [],
  );
}

/** The settings of a payload as macOS would see them, without the `Payload…` keys. */
export function payloadValues(payload: Payload): PlistDict {
  const [only] = payload.layers;
  if (payload.layers.length === 1 && only !== undefined) return withoutBookkeeping(only.settings);
  return withoutBookkeeping(dict(payload.layers.flatMap((layer) => [...layer.settings.entries])));
}

function barePayload({ root, domain }: ProfileDocument): Payload {
  return {
    ...common(root),
    type: null,
    domain,
    form: "plist",
    path: [],
    layers: [{ mode: null, path: [], settings: root }],
  };
}

function payloadsIn(payload: PlistDict, path: KeyPath): readonly Payload[] {
  const type = textAt(payload, "PayloadType");
  if (type === managedPreferencesType) {
    const domains = managedDomains(payload, path);
    if (domains !== null) return domains;
  }
  const direct = type !== null && isPreferenceDomain(type);
  const layers = [{ mode: null, path, settings: payload }];
  return [
    {
      ...common(payload),
      type,
      domain: direct ? type : null,
      form: direct ? "direct" : "other",
      path,
      layers,
    },
  ];
}

/**
 * macOS treats the type of a payload that it has no own handler for as a preference domain. Its handlers all carry
 * Apple's prefix; which of the `com.apple.` types are plain preferences cannot be told from the file.
 */
export function isPreferenceDomain(type: string): boolean {
  return !type.startsWith("com.apple.") && type !== "Configuration";
}

function managedDomains(payload: PlistDict, path: KeyPath): readonly Payload[] | null {
  const content = asDict(payload.entries.get("PayloadContent"));
  if (content === null || content.entries.size === 0) return null;
  return [...content.entries].map(([domain, modes]) => ({
    ...common(payload),
    type: managedPreferencesType,
    domain,
    form: "managed-preferences",
    path,
    layers: managedLayers(modes, [...path, "PayloadContent", domain]),
  }));
}

/** Forced settings win over those that users may change; unknown modes are kept and count least. */
const precedence = ["Set-Once", "Often", "Forced"];

function managedLayers(modes: PlistValue, path: KeyPath): readonly SettingsLayer[] {
  if (modes.kind !== "dict") return [];
  return [...modes.entries]
    .sort(([a], [b]) => precedence.indexOf(a) - precedence.indexOf(b))
    .flatMap(([mode, elements]) => {
      if (elements.kind !== "array") return [];
      return elements.items.flatMap((element, index) => {
        const settings =
          element.kind === "dict" ? asDict(element.entries.get("mcx_preference_settings")) : null;
        return settings === null
          ? []
          : [{ mode, path: [...path, mode, index, "mcx_preference_settings"], settings }];
      });
    });
}

function common(payload: PlistDict): Pick<Payload, "identifier" | "uuid" | "displayName"> {
  return {
    identifier: textAt(payload, "PayloadIdentifier"),
    uuid: textAt(payload, "PayloadUUID"),
    displayName: textAt(payload, "PayloadDisplayName"),
  };
}

/** Whether any setting key looks like bookkeeping, which a direct payload could not carry as a setting. */
export function hasReservedKeys(settings: PlistDict): boolean {
  return [...settings.entries.keys()].some(isBookkeepingKey);
}
