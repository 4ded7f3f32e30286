import type { NamedLocation } from "../sign-in/sign-in-context.ts";
import { membersOf, textOf, textsOf } from "./members.ts";

/**
 * Reads Graph's `ipNamedLocation` or `countryNamedLocation`; null for any other value.
 * Source: https://learn.microsoft.com/graph/api/resources/namedlocation
 */
export function namedLocationOf(value: unknown): NamedLocation | null {
  const members = membersOf(value);
  const id = textOf(members?.get("id"));
  if (members === null || id === null) return null;
  const ranges = members.get("ipranges");
  const isIp = Array.isArray(ranges);
  const countries = textsOf(members.get("countriesandregions")).map((code) => code.toLowerCase());
  return {
    id: id.toLowerCase(),
    displayName: textOf(members.get("displayname")),
    kind: isIp ? "ip" : countries.length > 0 ? "country" : "other",
    trusted: members.get("istrusted") === true,
    ranges: isIp
      ? ranges.map((range) => textOf(membersOf(range)?.get("cidraddress")) ?? textOf(range) ?? "")
      : [],
    countries,
    includeUnknownCountries: members.get("includeunknowncountriesandregions") === true,
    byGps: textOf(members.get("countrylookupmethod"))?.toLowerCase() === "authenticatorappgps",
  };
}
