import type { SettingLine } from "../history/index.ts";
import type { Known, Person } from "./known.ts";
import { plainText } from "./plain-text.ts";
import { type SettingKind, settingKind } from "./setting-kind.ts";

/** What the settings of a profile tell: tenant, apps, hosts, accounts. */
export function collectSettings(
  lines: readonly Pick<SettingLine, "domain" | "keyPath" | "value">[],
): Pick<Known, "people" | "tenants" | "apps" | "domains" | "hosts"> {
  const texts = lines.map((line) => ({
    kind: settingKind(line.domain, line.keyPath, line.value),
    value: plainText(line.value).trim(),
  }));
  const of = (kind: SettingKind) =>
    texts.filter((text) => text.kind === kind && text.value !== "").map((text) => text.value);
  const owners = of("scopes").flatMap((scopes) =>
    [...scopes.matchAll(/api:\/\/([^/\s+]+)/gi)].map((found) => found[1] ?? ""),
  );
  return {
    tenants: of("tenant").map((id) => ({ id: hostOf(id) ?? id, domains: [] })),
    apps: [...of("app"), ...owners.filter((owner) => !owner.includes("."))],
    domains: [...of("realm"), ...owners.filter((owner) => owner.includes("."))].map((name) =>
      name.toLowerCase(),
    ),
    hosts: [
      ...of("host").map((name) => hostOf(name) ?? name),
      ...texts.flatMap(({ value }) => hostsIn(value)),
    ],
    people: of("account")
      .flatMap((names) => names.split(", "))
      .map(shortName),
  };
}

function shortName(name: string): Person {
  return {
    addresses: [],
    fullNames: [],
    givenNames: [],
    familyNames: [],
    shortNames: [name],
    objectIds: [],
  };
}

function hostOf(text: string): string | null {
  return hostsIn(text)[0] ?? null;
}

/** Host names in addresses, but for those of an App ID URI, which are names. */
function hostsIn(text: string): readonly string[] {
  return [...text.matchAll(/([a-z][a-z0-9+.-]*):\/\/([^\s/?#"'<>,]+)/gi)].flatMap(([, scheme, authority]) => {
    if (scheme?.toLowerCase() === "api" || authority === undefined) return [];
    const host = authority.replace(/^.*@/, "").replace(/:\d+$/, "");
    return /^[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)+$/u.test(host) ? [host.toLowerCase()] : [];
  });
}
