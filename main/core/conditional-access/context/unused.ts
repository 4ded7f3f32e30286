import type { Finding } from "../../finding.ts";
import { type Members, membersOf, textOf } from "../read/members.ts";

/** Members at the top that are used; several names on a line mean the same, and the first of them counts. */
const SAME: readonly (readonly string[])[] = [
  ["user", "signinidentity"],
  ["device", "deviceinfo"],
  ["platform", "deviceplatform"],
  ["signinrisk", "signinrisklevel"],
  ["userrisk", "userrisklevel"],
  ["insiderrisk", "insiderrisklevel"],
  ["trusted", "trustedlocation"],
];
const USED = new Set([
  ...SAME.flat(),
  "userid",
  "userprincipalname",
  "usertype",
  "hometenant",
  "federated",
  "groups",
  "roles",
  "notin",
  "location",
  "ipaddress",
  "country",
  "namedlocations",
  "risk",
  "applications",
  "customsecurityattributes",
  "clientapptype",
  "authenticationflow",
  "perusermfa",
  "securitydefaults",
  "macs",
  "checkminutes",
  "signinconditions",
]);

/** Members inside the objects of a context. Of a device every attribute counts. */
const INSIDE: Readonly<Record<string, ReadonlySet<string>>> = {
  user: new Set([
    ...["id", "userid", "userprincipalname", "upn", "type", "usertype", "kind", "externalusertype"],
    ...["hometenant", "externaltenantid", "tenantid", "groups", "roles", "federated"],
  ]),
  location: new Set([
    ...["ipaddress", "ip", "country", "countryorregion", "trusted", "istrusted", "trustedlocation"],
    ...["namedlocations", "named", "ids", "id"],
  ]),
  risk: new Set([
    ...["signin", "signinrisk", "signinrisklevel", "user", "userrisk", "userrisklevel"],
    ...["insider", "insiderrisk", "insiderrisklevel"],
  ]),
  notin: new Set(["users", "groups", "roles", "locations"]),
  authenticationflow: new Set(["transfermethod"]),
};

/** Members of Graph's What-If request that say nothing about a sign-in here, and why. */
const WHAT_IF: Readonly<Record<string, string>> = {
  signincontext: "what is asked for stands in the scopes of the profile",
  appliedpoliciesonly: "all policies are shown",
  serviceprincipalrisklevel: "both sign-ins are a person's",
};

/** What of a context does not count, each with its name: a member left out of account silently makes a wrong answer. */
export function unusedMembers(outer: Members, context: Members): readonly Finding[] {
  const notUnderstood: string[] = [];
  const notUsed: string[] = [];
  const seen = new Set<string>();
  for (const [written] of context.entries) {
    const name = written.toLowerCase();
    const reason = WHAT_IF[name];
    if (reason !== undefined) notUsed.push(`${written} (${reason})`);
    else if (!USED.has(name)) notUnderstood.push(written);
    else if (seen.has(name)) notUsed.push(`signInConditions.${written} (${written} stands beside it)`);
    seen.add(name);
    const group = SAME.find((names) => names.includes(name) && names[0] !== name);
    const first = group?.[0];
    if (first !== undefined && context.has(first)) notUsed.push(`${written} (${first} stands beside it)`);
  }
  notUnderstood.push(...inside(context));
  notUsed.push(...otherSignIns(context));
  if (outer.has("signinconditions") && membersOf(outer.get("signinconditions")) === null)
    notUnderstood.push("signInConditions");
  return [
    ...(notUnderstood.length === 0 ? [] : [unknownNames(notUnderstood)]),
    ...(notUsed.length === 0 ? [] : [leftOut(notUsed)]),
  ];
}

function inside(context: Members): readonly string[] {
  const names: string[] = [];
  const among = (value: unknown, path: string, known: ReadonlySet<string>): void => {
    for (const [name] of membersOf(value)?.entries ?? [])
      if (!known.has(name.toLowerCase())) names.push(`${path}.${name}`);
  };
  for (const name of ["user", "signInIdentity"])
    among(context.get(name.toLowerCase()), name, INSIDE["user"] ?? NONE);
  for (const name of ["location", "risk", "authenticationFlow"])
    among(context.get(name.toLowerCase()), name, INSIDE[name.toLowerCase()] ?? NONE);
  for (const name of ["device", "deviceInfo"]) {
    for (const [attribute, value] of membersOf(context.get(name.toLowerCase()))?.entries ?? [])
      if (typeof value === "object" && value !== null && !Array.isArray(value))
        names.push(`${name}.${attribute}`);
  }
  return names;
}

const NONE: ReadonlySet<string> = new Set();

/** A What-If about a device code flow, or about mail protocols, is about neither sign-in of Jamf Connect. */
function otherSignIns(context: Members): readonly string[] {
  const method = textOf(membersOf(context.get("authenticationflow"))?.get("transfermethod"))?.toLowerCase();
  const app = textOf(context.get("clientapptype"))?.toLowerCase();
  const reason = "neither sign-in of Jamf Connect is one";
  return [
    ...(method === undefined || method === "none" ? [] : [`authenticationFlow.transferMethod (${reason})`]),
    ...(app === undefined || OWN_CLIENT_APPS.has(app) ? [] : [`clientAppType (${reason})`]),
  ];
}

/** What the login and the check can count as. */
const OWN_CLIENT_APPS = new Set(["all", "browser", "mobileappsanddesktopclients"]);

function unknownNames(names: readonly string[]): Finding {
  return {
    rule: "context-not-understood",
    severity: "warning",
    certainty: "documented",
    title: "A part of the context is not understood and not used.",
    detail: `Not understood: ${shortened(names)}.`,
    where: {},
    fix: { label: "Correct the context", steps: ["Compare the names with docs/conditional-access.md."] },
  };
}

function leftOut(names: readonly string[]): Finding {
  return {
    rule: "context-not-used",
    severity: "info",
    certainty: "documented",
    title: "A part of the context says nothing about these two sign-ins and is not used.",
    detail: `Not used: ${shortened(names)}.`,
    where: {},
    source: "https://learn.microsoft.com/graph/api/conditionalaccessroot-evaluate",
  };
}

/** Nobody reads more, and a file may hold any number. */
function shortened(names: readonly string[]): string {
  const more = names.length - 50;
  return more > 0 ? `${names.slice(0, 50).join(", ")} and ${more} more` : names.join(", ");
}
