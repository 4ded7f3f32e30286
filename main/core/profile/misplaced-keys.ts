import { describeKey, knownElsewhere } from "../keys/index.ts";
import type { PlistDict } from "../plist/value.ts";
import { hiddenParts, visibleQuote, withoutHidden } from "../text/visible.ts";
import { asDict } from "./bookkeeping.ts";
import type { SettingsSource } from "./test-settings.ts";

/** Keys of a provider that stand where nothing reads them, in sentences for a refusal. */
export type MisplacedKeys = { readonly detail: string; readonly fix: string };

const loginDomain = "com.jamf.connect.login";
const menuBarDomain = "com.jamf.connect";

/**
 * Where the settings of a provider stand when they do not stand where a login looks for them: beside `IdPSettings` instead of in
 * it, or in the domain of the other login. Null where nothing of the kind is there.
 *
 * @param settings those of the domain that was looked into
 */
export function misplacedKeys(from: SettingsSource, settings: PlistDict): MisplacedKeys | null {
  const misspelt = nearlyNamed(from, settings);
  if (misspelt !== null) return misspelt;
  if (from === "login") return inLogin(settings);
  const top = [...settings.entries.keys()];
  const ofLogin = top.filter(isOfLogin);
  const beside = top.filter((key) => isBeside(key, `IdPSettings.${key}`));
  if (beside.length > 0) {
    return {
      detail: `${listed(beside)} ${stand(beside)} in ${menuBarDomain} beside the dictionary IdPSettings, where nothing reads ${them(beside)}.`,
      fix: `Move ${them(beside)} into IdPSettings.`,
    };
  }
  return ofLogin.length === 0
    ? null
    : {
        detail: `${listed(ofLogin)} ${stand(ofLogin)} in ${menuBarDomain} and ${belong(ofLogin)} to ${loginDomain}.`,
        fix: `Move ${them(ofLogin)} to ${loginDomain}; for the menu bar / Self Service+ set Provider, ROPGID and TenantID in the dictionary IdPSettings.`,
      };
}

function isOfLogin(key: string): boolean {
  const place = isKnown(menuBarDomain, key) ? null : knownElsewhere(menuBarDomain, key);
  return place?.kind === "other-domain" && place.domains.includes(loginDomain);
}

function isBeside(key: string, path: string): boolean {
  const place = isKnown(menuBarDomain, key) ? null : knownElsewhere(menuBarDomain, key);
  return place?.kind === "dictionary" && place.paths.includes(path);
}

/** The key of the provider with something invisible in its name, or in other letters: it looks right and is another key. */
function nearlyNamed(from: SettingsSource, settings: PlistDict): MisplacedKeys | null {
  const inside = asDict(settings.entries.get("IdPSettings"));
  const wanted = from === "login" ? "OIDCProvider" : "Provider";
  const keys = [...((from === "login" ? settings : inside)?.entries.keys() ?? [])];
  const found = keys.find(
    (key) => key !== wanted && withoutHidden(key).toLowerCase() === wanted.toLowerCase(),
  );
  if (found === undefined) return null;
  const hidden = hiddenParts(found);
  const why = hidden.length > 0 ? hidden.join(", ") : "capital and small letters differ";
  return {
    detail: `${visibleQuote(found)} stands in ${from === "login" ? loginDomain : menuBarDomain}, which is another key than ${wanted}: ${why}.`,
    fix: `Name the key ${wanted}.`,
  };
}

function inLogin(settings: PlistDict): MisplacedKeys | null {
  const top = [...settings.entries.keys()];
  const ofMenuBar = top.filter(
    (key) =>
      (key === "IdPSettings" ||
        isKnown(menuBarDomain, key) ||
        isKnown(menuBarDomain, `IdPSettings.${key}`)) &&
      !isKnown(loginDomain, key),
  );
  return ofMenuBar.length === 0
    ? null
    : {
        detail: `${listed(ofMenuBar)} ${stand(ofMenuBar)} in ${loginDomain} and ${belong(ofMenuBar)} to ${menuBarDomain}.`,
        fix: `Move ${them(ofMenuBar)} to ${menuBarDomain}; for the login window set OIDCProvider, OIDCClientID and OIDCTenant.`,
      };
}

function isKnown(domain: string, path: string): boolean {
  return describeKey(domain, path) !== null;
}

function listed(keys: readonly string[]): string {
  const shown = keys.slice(0, 6);
  const [last] = keys.length > shown.length ? [`${keys.length - shown.length} more`] : shown.splice(-1);
  return shown.length === 0 ? String(last) : `${shown.join(", ")} and ${last}`;
}

function stand(keys: readonly string[]): string {
  return keys.length === 1 ? "stands" : "stand";
}

function belong(keys: readonly string[]): string {
  return keys.length === 1 ? "belongs" : "belong";
}

function them(keys: readonly string[]): string {
  return keys.length === 1 ? "it" : "them";
}
