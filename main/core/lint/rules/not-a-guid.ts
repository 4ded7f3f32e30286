import { isGuid } from "../../guid.ts";
import { isAnsweredByEntra } from "../../oidc/entra-settings.ts";
import type { Sourced, TestSettings } from "../../profile/test-settings.ts";
import { findInvisible } from "../../text/invisible.ts";
import { findPlaceholder } from "../../text/placeholder.ts";
import { hitAt, quoted } from "../hit.ts";
import type { Hit, LintRule } from "../rule.ts";
import { soundLogin } from "../sound-settings.ts";

/** Ids that Entra gives, in another form. */
export const notAGuid: LintRule = {
  id: "not-a-guid",
  group: "form",
  name: "An id of Entra does not have the form of one",
  severity: "error",
  certainty: "documented",
  why: "Entra gives every app registration and every tenant an id of 32 hexadecimal digits. A client id of another form cannot exist (AADSTS700016 at the first login); a tenant may also be named by one of its domains.",
  source: "https://learn.microsoft.com/entra/identity-platform/quickstart-register-app",
  fires: {
    settings: { "com.jamf.connect.login": { ...soundLogin, OIDCClientID: "not a guid" } },
  },
  silent: { settings: { "com.jamf.connect.login": soundLogin } },
  *check({ signIn, loginCheck, menuBarCheck }) {
    const seen = new Set<string>();
    for (const settings of [signIn, loginCheck, menuBarCheck]) {
      if (settings === null || !isAnsweredByEntra(settings)) continue;
      for (const hit of [clientId(settings), tenant(settings)]) {
        const place = `${hit?.where.domain} ${hit?.where.keyPath}`;
        if (hit === null || seen.has(place)) continue;
        seen.add(place);
        yield hit;
      }
    }
  },
};

function clientId({ clientId: id }: TestSettings): Hit | null {
  if (id === null || isGuid(cleaned(id)) || isLeftOpen(id)) return null;
  return at(id, {
    title: `${id.keyPath} is not the id of an app registration.`,
    detail: `It holds ${quoted(id.value)}. Entra's ids look like 9fcc52c7-ee36-4889-8517-2a1d5c0f3b77.`,
    fix: {
      label: "Take the id from Entra",
      steps: ["Copy Application (client) ID from the overview page of the app registration."],
    },
  });
}

/** A tenant is named by its id, by a domain, or by a word for all of a kind. */
function tenant({ tenant: name }: TestSettings): Hit | null {
  if (name === null || isLeftOpen(name)) return null;
  const text = cleaned(name);
  if (isGuid(text) || /^(?:common|organizations|consumers)$/iu.test(text)) return null;
  if (/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/iu.test(text)) return null;
  return at(name, {
    title: `${name.keyPath} names no tenant.`,
    detail: `It holds ${quoted(name.value)}. A tenant is named by its id or by one of its domains.`,
    fix: {
      label: "Take the id from Entra",
      steps: ["Copy Tenant ID from the overview page of Entra ID."],
    },
  });
}

function at({ domain, keyPath }: Sourced<string>, hit: Omit<Hit, "where">): Hit {
  return hitAt({ domain, keyPath: keyPath ?? "" }, hit);
}

function cleaned({ value }: Sourced<string>): string {
  return findInvisible(value)?.clean ?? value;
}

function isLeftOpen({ value }: Sourced<string>): boolean {
  return findPlaceholder(value) !== null;
}
