import type { BuiltInControl, GrantControl, GrantControls, SessionControl } from "../policy.ts";
import { isEmpty, type Members, membersOf, textOf, textsOf } from "./members.ts";
import type { Notes } from "./notes.ts";

const BUILT_IN: ReadonlyMap<string, BuiltInControl> = new Map(
  (
    [
      "block",
      "mfa",
      "compliantDevice",
      "domainJoinedDevice",
      "approvedApplication",
      "compliantApplication",
      "passwordChange",
      "riskRemediation",
    ] as const
  ).map((control) => [control.toLowerCase(), control]),
);
const GRANT_MEMBERS = new Set([
  "operator",
  "builtincontrols",
  "customauthenticationfactors",
  "termsofuse",
  "authenticationstrength",
]);
const SESSION_MEMBERS: ReadonlyMap<string, string> = new Map(
  [
    "applicationEnforcedRestrictions",
    "cloudAppSecurity",
    "signInFrequency",
    "persistentBrowser",
    "continuousAccessEvaluation",
    "disableResilienceDefaults",
    "secureSignInSession",
  ].map((name) => [name.toLowerCase(), name]),
);

/** Reads `grantControls`. A control that is not known becomes an item of kind `unknown`. */
export function readGrantControls(value: unknown, notes: Notes): GrantControls {
  if (isEmpty(value)) return { operator: null, items: [] };
  const members = notes.object(value, "grantControls");
  if (members === null) return { operator: null, items: [{ kind: "unknown", id: "grantControls" }] };
  const items: GrantControl[] = [];
  for (const name of textsOf(members.get("builtincontrols"))) {
    const kind = BUILT_IN.get(name.toLowerCase());
    items.push(kind === undefined ? { kind: "unknown", id: name } : { kind });
  }
  const strength = membersOf(members.get("authenticationstrength"));
  if (strength !== null && !isEmpty(members.get("authenticationstrength"))) {
    const combinations = textsOf(strength.get("allowedcombinations"));
    items.push({
      kind: "authenticationStrength",
      id: textOf(strength.get("id")),
      displayName: textOf(strength.get("displayname")),
      combinations: combinations.length === 0 ? null : combinations,
    });
  }
  for (const id of textsOf(members.get("termsofuse"))) items.push({ kind: "termsOfUse", id });
  for (const id of textsOf(members.get("customauthenticationfactors")))
    items.push({ kind: "customAuthenticationFactor", id });
  for (const [name, member] of members.entries) {
    if (!GRANT_MEMBERS.has(name.toLowerCase()) && !isEmpty(member)) items.push({ kind: "unknown", id: name });
  }
  const operator = textOf(members.get("operator"))?.toUpperCase();
  return { operator: operator === "AND" || operator === "OR" ? operator : null, items };
}

/** Reads the session controls that are turned on. */
export function readSessionControls(value: unknown): readonly SessionControl[] {
  const controls: SessionControl[] = [];
  for (const [name, member] of membersOf(value)?.entries ?? []) {
    if (isEmpty(member) || member === false) continue;
    const members = membersOf(member);
    if (members?.get("isenabled") === false) continue;
    const kind = SESSION_MEMBERS.get(name.toLowerCase());
    controls.push({ kind: kind ?? name, known: kind !== undefined, detail: detailOf(members) });
  }
  return controls;
}

function detailOf(members: Members | null): string | null {
  if (members === null) return null;
  if (textOf(members.get("frequencyinterval"))?.toLowerCase() === "everytime") return "every time";
  const value = members.get("value");
  const unit = textOf(members.get("type"));
  if (typeof value === "number" && unit !== null) return `${value} ${unit}`;
  return textOf(members.get("mode")) ?? textOf(members.get("cloudappsecuritytype"));
}
