import { isAnsweredByEntra } from "../../oidc/entra-settings.ts";
import type { TestSettings } from "../../profile/test-settings.ts";
import { hitAt, quoted } from "../hit.ts";
import type { Hit, LintRule } from "../rule.ts";
import { exampleClient, soundLogin } from "../sound-settings.ts";

/** A client that asks for access to itself. */
export const apiAppIsClient: LintRule = {
  id: "api-app-is-client",
  group: "identity",
  name: "The API app is the client itself",
  severity: "warning",
  certainty: "documented",
  why: "The recipes with an API of their own need two app registrations: one that signs in, and one whose scope is asked for and which policies exclude. Entra does not save the exclusion of an app that allows public client flows or has a redirect URI, and the client has both.",
  source:
    "https://learn.jamf.com/r/en-US/jamf-connect-documentation-current/Excluding_the_Custom_API_from_Conditional_Access_Policies",
  fires: {
    settings: {
      "com.jamf.connect.login": { ...soundLogin, OIDCScopes: `api://${exampleClient}/jamfconnect+openid` },
    },
  },
  silent: {
    settings: {
      "com.jamf.connect.login": {
        ...soundLogin,
        OIDCScopes: "api://0b1f6f0e-7c52-4a6b-8a55-6b0a4f5d2e11/jamfconnect+openid",
      },
    },
  },
  *check({ signIn, loginCheck, menuBarCheck }) {
    const seen = new Set<string>();
    for (const settings of [signIn, loginCheck, menuBarCheck]) {
      const hit = settings === null ? null : ofSettings(settings);
      const place = `${hit?.where.domain} ${hit?.where.keyPath}`;
      if (hit === null || seen.has(place)) continue;
      seen.add(place);
      yield hit;
    }
  },
};

function ofSettings(settings: TestSettings): Hit | null {
  const { clientId, scopes } = settings;
  if (clientId === null || scopes.keyPath === null || !isAnsweredByEntra(settings)) return null;
  const own = `api://${clientId.value.trim().toLowerCase()}`;
  const scope = scopes.value.find((each) => {
    const text = each.toLowerCase();
    return text === own || text.startsWith(`${own}/`);
  });
  if (scope === undefined) return null;
  return hitAt(
    { domain: scopes.domain, keyPath: scopes.keyPath },
    {
      title: `${scopes.keyPath} asks for the client itself.`,
      detail: `${quoted(scope)} belongs to the app that signs in. An app of its own is needed for the scope.`,
      fix: {
        label: "Use two apps",
        steps: [
          "Register an API app without redirect URI and without public client flows, and expose a scope there.",
          "Ask for that scope: api://THE-API-APP/jamfconnect.",
        ],
      },
    },
  );
}
