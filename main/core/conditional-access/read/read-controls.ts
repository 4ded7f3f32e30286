import type { BuiltInControl, GrantControl, GrantControls, SessionControl } from "../policy.ts";
import { isTypeName } from "./lists.ts";
import { isEmpty, type Members, membersOf, textOf } from "./members.ts";
import type { Notes } from "./notes.ts";
import { COMBINATION_WORD, CONTROL_WORD, NO_WORD } from "./words.ts";

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

/**
 * Reads `grantControls`. A control that is not known, or that the export lost, becomes an item of kind `unknown`; so do
 * the controls of an operator that joins nothing.
 */
export function readGrantControls(value: unknown, notes: Notes): GrantControls {
  if (isEmpty(value)) return { operator: null, items: [] };
  const path = "grantControls";
  const members = notes.object(value, path);
  if (members === null) return { operator: null, items: [{ kind: "unknown", id: path, lost: true }] };
  const items: GrantControl[] = [];
  const list = (name: string, word: RegExp): readonly string[] => {
    const read = notes.list(members.get(name.toLowerCase()), `${path}.${name}`, word);
    if (read.isLost) items.push({ kind: "unknown", id: name, lost: true });
    return read.texts;
  };
  for (const name of list("builtInControls", CONTROL_WORD)) {
    const kind = BUILT_IN.get(name.toLowerCase());
    items.push(kind === undefined ? { kind: "unknown", id: name, lost: false } : { kind });
  }
  items.push(...readStrength(members.get("authenticationstrength"), notes));
  for (const id of list("termsOfUse", NO_WORD)) items.push({ kind: "termsOfUse", id });
  for (const id of list("customAuthenticationFactors", NO_WORD))
    items.push({ kind: "customAuthenticationFactor", id });
  for (const [name, member] of members.entries) {
    if (!GRANT_MEMBERS.has(name.toLowerCase()) && !isEmpty(member))
      items.push({ kind: "unknown", id: name, lost: false });
  }
  const operator = readOperator(members.get("operator"), notes);
  if (items.length === 0) {
    notes.lost(null, path);
    items.push({ kind: "unknown", id: path, lost: true });
  }
  return { operator, items };
}

function readOperator(value: unknown, notes: Notes): GrantControls["operator"] {
  if (typeof value === "number") notes.lost(value, "grantControls.operator");
  const operator = textOf(value)?.toUpperCase();
  return operator === "AND" || operator === "OR" ? operator : null;
}

/** What a strength asks for is lost with its id and its combinations, and with the name of its type in its place. */
function readStrength(value: unknown, notes: Notes): readonly GrantControl[] {
  if (isEmpty(value)) return [];
  const path = "grantControls.authenticationStrength";
  const members = notes.object(value, path);
  if (members === null) {
    return [{ kind: "authenticationStrength", id: null, displayName: null, combinations: null, lost: true }];
  }
  const id = textOf(members.get("id"));
  const read = notes.list(
    members.get("allowedcombinations"),
    `${path}.allowedCombinations`,
    COMBINATION_WORD,
  );
  return [
    {
      kind: "authenticationStrength",
      id,
      displayName: textOf(members.get("displayname")),
      combinations: read.texts.length === 0 || read.isLost ? null : read.texts,
      lost: read.isLost && !isBuiltIn(id),
    },
  ];
}

/** Microsoft's own strengths have ids that say what they ask for. */
function isBuiltIn(id: string | null): boolean {
  return id !== null && /^0{8}-0{4}-0{4}-0{4}-0{11}[234]$/u.test(id);
}

/** Reads the session controls that are turned on. */
export function readSessionControls(value: unknown, notes: Notes): readonly SessionControl[] {
  if (isEmpty(value)) return [];
  const inside = notes.object(value, "sessionControls");
  if (inside === null) return [{ kind: "sessionControls", known: false, detail: null }];
  const controls: SessionControl[] = [];
  for (const [name, member] of inside.entries) {
    if (isEmpty(member) || member === false) continue;
    if (typeof member === "string" && isTypeName(member)) notes.lost(member, `sessionControls.${name}`);
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
