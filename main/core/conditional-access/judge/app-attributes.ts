import { WINDOWS_AZURE_AD } from "../../microsoft-apps.ts";
import { evaluateRule } from "../rule/evaluate.ts";
import type { AttributeValue, RuleNode } from "../rule/rule.ts";
import type { SignInContext } from "../sign-in/sign-in-context.ts";
import type { Tri } from "../tri.ts";

const PREFIX = "customsecurityattribute.";

/** Whether a rule of an application filter matches an app; `asksElse`: it asks for something else than these attributes. */
export function matchesApp(
  rule: RuleNode,
  appId: string | null,
  facts: SignInContext,
): { readonly tri: Tri; readonly asksElse: boolean } {
  const attributeValue = attributesOf(appId, facts);
  let asksElse = false;
  const tri = evaluateRule(rule, (attribute) => {
    if (attribute.startsWith(PREFIX)) return attributeValue(attribute.slice(PREFIX.length));
    asksElse = true;
    return undefined;
  });
  return { tri, asksElse };
}

/** `undefined` is not given. Windows Azure AD carries none unless the context says so. */
function attributesOf(appId: string | null, facts: SignInContext): (name: string) => AttributeValue {
  const app = appId === null ? undefined : facts.applications?.find((each) => each.appId === appId);
  const given = app?.attributes ?? null;
  if (given !== null) return (name) => given.get(name) ?? null;
  if (appId === WINDOWS_AZURE_AD) return () => null;
  if (app?.showsNoAttributes !== true) return () => undefined;
  // Graph shows the same nothing for an app without attributes and to who may not see them. Whoever sees the set on another app sees it.
  const seen = new Set(
    facts.applications?.flatMap(({ attributes }) => [...(attributes?.keys() ?? [])].map(setOf)),
  );
  return (name) => (seen.has(setOf(name)) ? null : undefined);
}

/** `set_attribute` without the attribute; a set's name holds no special character. */
function setOf(name: string): string {
  return name.split("_", 1)[0] ?? "";
}
