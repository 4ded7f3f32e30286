import type { Sourced, TestSettings } from "../../profile/test-settings.ts";
import { hitAt, quoted } from "../hit.ts";
import type { Hit, LintRule } from "../rule.ts";
import { soundLogin, soundMenuBar } from "../sound-settings.ts";

/** Two password checks that ask two things. */
export const domainsDisagree: LintRule = {
  id: "domains-disagree",
  group: "identity",
  name: "The two password checks use different values",
  severity: "warning",
  certainty: "documented",
  why: "The login window and the menu bar / Self Service+ check the same password of the same person, each with keys of its own. Where they name another app, tenant, scope or code, one can work and the other not, and a test of one proves nothing about the other. Other scopes or codes may be on purpose, and are an info.",
  source:
    "https://learn.jamf.com/r/en-US/jamf-connect-documentation-current/Menu_Bar_Authentication_Settings",
  fires: {
    settings: {
      "com.jamf.connect.login": { ...soundLogin, OIDCROPGID: "0b1f6f0e-7c52-4a6b-8a55-6b0a4f5d2e11" },
      "com.jamf.connect": soundMenuBar,
    },
  },
  silent: { settings: { "com.jamf.connect.login": soundLogin, "com.jamf.connect": soundMenuBar } },
  check: ({ loginCheck, menuBarCheck }) =>
    loginCheck === null || menuBarCheck === null ? [] : differences(loginCheck, menuBarCheck),
};

/**
 * Where two password checks of a profile differ. One that names no client id is not set up, and there is nothing to compare.
 */
function differences(login: TestSettings, menuBar: TestSettings): readonly Hit[] {
  if (login.clientId === null || menuBar.clientId === null) return [];
  const rows: readonly (Hit | null)[] = [
    row("with different providers", "warning", login.provider, menuBar.provider),
    row("with different client ids", "warning", login.clientId, menuBar.clientId),
    row("in different tenants", "warning", login.tenant, menuBar.tenant),
    row("with different discovery addresses", "warning", login.discoveryUrl, menuBar.discoveryUrl),
    scopesDiffer(login, menuBar),
    row("with different success codes", "info", joined(login.successCodes), joined(menuBar.successCodes)),
    secret(login, menuBar),
  ];
  return rows.filter((hit) => hit !== null);
}

/** The same about their scopes alone. */
export function scopesDiffer(login: TestSettings, menuBar: TestSettings): Hit | null {
  return row("with different scopes", "info", joined(login.scopes), joined(menuBar.scopes));
}

function row(
  how: string,
  severity: "warning" | "info",
  login: Sourced<string> | null,
  menuBar: Sourced<string> | null,
): Hit | null {
  if (login?.value.toLowerCase() === menuBar?.value.toLowerCase()) return null;
  const place = placeOf(menuBar) ?? placeOf(login);
  if (place === null) return null;
  return hitAt(place, {
    severity,
    title: `The login window and the menu bar check passwords ${how}.`,
    detail: `The login window uses ${textOf(login)}, the menu bar / Self Service+ uses ${textOf(menuBar)}.`,
    fix: testBoth,
  });
}

function secret(login: TestSettings, menuBar: TestSettings): Hit | null {
  if (login.clientSecret?.value === menuBar.clientSecret?.value) return null;
  const place = placeOf(menuBar.clientSecret) ?? placeOf(login.clientSecret);
  if (place === null) return null;
  return hitAt(place, {
    severity: "info",
    title: "The two password checks do not have the same client secret.",
    detail: "Where both sign in with one app registration, its secret is the same for both.",
    fix: testBoth,
  });
}

const testBoth = {
  label: "Test both checks",
  steps: [
    "Give both the same value, unless the difference is meant.",
    "Test the password check with the settings of each domain (test ropg --from login, then --from menu-bar).",
  ],
};

function placeOf(
  value: Sourced<unknown> | null,
): { readonly domain: string; readonly keyPath: string } | null {
  return value === null || value.keyPath === null ? null : { domain: value.domain, keyPath: value.keyPath };
}

function textOf(value: Sourced<string> | null): string {
  if (value === null || value.value === "") return "none";
  return value.keyPath === null ? `${quoted(value.value)}, the default` : quoted(value.value);
}

/** Lists are compared as sets: the order of scopes means nothing. */
function joined({ value, ...source }: Sourced<readonly (string | number)[]>): Sourced<string> {
  return {
    ...source,
    value: value
      .map((one) => String(one).toLowerCase())
      .toSorted()
      .join(" "),
  };
}
