import type { TypedJson } from "../../core/plist/typed-json.ts";
import { type Result, succeed } from "../../core/problem.ts";
import { loginDomain } from "../../core/profile/identity-fields.ts";
import { describeProfile, testSettings } from "../../core/profile/index.ts";
import { providerFacts } from "../../core/providers/providers.ts";
import { findRecipe } from "../../core/recipes/index.ts";
import { usersText as textFor, type UsersText, type UsersTextFacts } from "../../core/setup/index.ts";
import { noDocument, type OpenDocument } from "../document/open-document.ts";

/** The texts for users and for the service desk about the open profile under a recipe. Problem: `no-profile`. */
export function usersText(open: OpenDocument | null, recipe: string): Result<UsersText> {
  if (open === null) return noDocument();
  return succeed(textFor(findRecipe(recipe), factsOf(open)));
}

function factsOf({ document }: OpenDocument): UsersTextFacts {
  const login = testSettings(document, "login");
  const menuBar = testSettings(document, "menu-bar");
  const settings = login.ok ? login.value : menuBar.ok ? menuBar.value : null;
  const provider = settings?.provider.value ?? null;
  const valueAt = reader(document);
  return {
    provider: provider === null ? "your identity provider" : providerFacts(provider).name,
    isEntra: provider === "EntraID",
    hasLoginWindow: login.ok,
    hasMenuBar: menuBar.ok,
    ownPassword: flag(valueAt(loginDomain, "OIDCNewPassword")),
    deniesLocal: flag(valueAt(loginDomain, "DenyLocal")),
    fallsBack: flag(valueAt(loginDomain, "LocalFallback")),
    connectsAccounts: flag(valueAt(loginDomain, "Migrate")),
    checkMinutes: menuBar.ok ? (menuBar.value.networkCheckMinutes?.value ?? null) : null,
    helpUrl: text(valueAt(loginDomain, "HelpURL")),
  };
}

function reader(document: OpenDocument["document"]) {
  const { payloads } = describeProfile(document);
  return (domain: string, key: string): TypedJson | undefined => {
    const values = payloads.find((payload) => payload.domain === domain)?.values;
    return values !== undefined && Object.hasOwn(values, key) ? values[key] : undefined;
  };
}

function flag(value: TypedJson | undefined): boolean | null {
  return typeof value === "boolean" ? value : null;
}

function text(value: TypedJson | undefined): string | null {
  return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
}
