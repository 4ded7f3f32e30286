import type { Finding } from "../finding.ts";
import type { Sourced, TestSettings } from "../profile/test-settings.ts";

/**
 * Says where the two password checks of a profile differ: the one of the login window and the one of the menu bar / Self
 * Service+ have their own keys, and a test of one proves nothing about the other.
 *
 * @param tested the check that is run; @param other the check of the other domain, or null where the profile has none
 */
export function checkDifferences(tested: TestSettings, other: TestSettings | null): readonly Finding[] {
  if (other === null) return [];
  const rows = [
    row("client id", tested.clientId, other.clientId),
    row("tenant", tested.tenant, other.tenant),
    row("scopes", joined(tested.scopes), joined(other.scopes)),
    row("discovery address", tested.discoveryUrl, other.discoveryUrl),
    tested.clientSecret?.value === other.clientSecret?.value ? null : "client secret: not the same",
  ].filter((text) => text !== null);
  if (rows.length === 0) return [];
  const there = tested.from === "login" ? "menu-bar" : "login";
  return [
    {
      rule: "password-checks-differ",
      severity: "info",
      certainty: "documented",
      title: "The two password checks of this profile differ.",
      detail: `The one of ${names[there]} uses: ${rows.join("; ")}.`,
      where: { step: "settings", domain: other.clientId?.domain ?? other.scopes.domain },
      fix: {
        label: "Test the other one",
        steps: [
          `Test the password check with the settings of ${names[there]} as well (test ropg --from ${there}).`,
        ],
      },
    },
  ];
}

const names = { login: "the login window", "menu-bar": "the menu bar" } as const;

function row(name: string, tested: Sourced<string> | null, other: Sourced<string> | null): string | null {
  if (tested?.value === other?.value) return null;
  return `${name} ${other === null ? "not set" : other.value} (the other one: ${tested === null ? "not set" : tested.value})`;
}

function joined(scopes: Sourced<readonly string[]>): Sourced<string> {
  return { ...scopes, value: scopes.value.join(" ") };
}
