import type { Finding } from "../finding.ts";
import type { TestSettings } from "../profile/test-settings.ts";
import { providerFacts } from "../providers/providers.ts";

/** What is known about a provider before anything is sent. */
export function providerFindings(kind: "ropg" | "oidc", settings: TestSettings): readonly Finding[] {
  const facts = providerFacts(settings.provider.value);
  if (kind !== "oidc" || !facts.refusesEmbedded) return [];
  return [
    {
      rule: "provider-refuses-embedded",
      severity: "warning",
      certainty: "documented",
      title: `${facts.name} refuses sign-in pages inside an app's own window.`,
      detail: "A test in an embedded window can end with disallowed_useragent although the profile is right.",
      where: { step: "sign-in", domain: settings.provider.domain },
      fix: {
        label: "Use the browser",
        steps: [
          "Run the test in the browser, with a redirect URI on http://localhost or by pasting the address.",
        ],
      },
      source: "https://developers.google.com/identity/protocols/oauth2/policies#browsers",
    },
  ];
}
