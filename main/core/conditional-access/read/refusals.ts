import type { Members } from "./members.ts";

type Recognised = { readonly what: string; readonly test: (members: Members, type: string) => boolean };

export const NAMED_LOCATION = "a named location";

/** Neighbours of policies in the exports people keep, by what gives them away. */
const NEIGHBOURS: readonly Recognised[] = [
  { what: "an Azure Resource Manager template", test: (m) => m.has("$schema") && m.has("resources") },
  { what: "an error answer of Microsoft Graph", test: (m) => m.has("error") },
  {
    what: NAMED_LOCATION,
    test: (m, type) =>
      type.includes("namedlocation") ||
      ["locationtype", "ipranges", "countriesandregions", "compliantnetworktype"].some((name) => m.has(name)),
  },
  { what: "a group", test: (m) => m.has("grouptypes") || (m.has("securityenabled") && m.has("mailenabled")) },
  { what: "an authentication strength", test: (m) => m.has("allowedcombinations") },
  {
    what: "an app protection policy",
    test: (m, type) =>
      type.includes("managedappprotection") || m.has("dataprotection") || m.has("conditionallaunch"),
  },
  { what: "a device compliance policy", test: (_, type) => type.includes("compliancepolicy") },
  { what: "terms of use", test: (m) => m.has("termsofuse") || m.has("isviewingbeforeacceptancerequired") },
  { what: "a sign-in log", test: (m) => m.has("appliedconditionalaccesspolicies") || m.has("correlationid") },
  {
    what: "an app registration or service principal",
    test: (m) => m.has("appid") || m.has("serviceprincipaltype"),
  },
  { what: "a user", test: (m) => m.has("userprincipalname") },
];

/** What an object that is no policy seems to be, for example "a group"; null if nothing gives it away. */
export function recognise(raw: unknown, members: Members): string | null {
  const annotation =
    typeof raw === "object" && raw !== null && "@odata.type" in raw ? raw["@odata.type"] : "";
  const type = typeof annotation === "string" ? annotation.toLowerCase() : "";
  return NEIGHBOURS.find((neighbour) => neighbour.test(members, type))?.what ?? null;
}
