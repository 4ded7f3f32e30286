import { isGuid } from "../../guid.ts";
import { fail, type Result, succeed } from "../../problem.ts";
import { type Members, membersOf, textOf } from "../read/members.ts";
import { namedLocationOf } from "../read/named-locations.ts";
import { isAddress } from "../sign-in/ip-range.ts";
import type { SignInContext } from "../sign-in/sign-in-context.ts";
import { firstOf, flag, idSet, wrongContext } from "./values.ts";

export type LocationFacts = Pick<
  SignInContext,
  "ipAddress" | "country" | "trustedLocation" | "locations" | "locationDefinitions"
>;
type Writable = { -readonly [K in keyof LocationFacts]: LocationFacts[K] };

/**
 * Where the sign-in comes from. `location` is an object (`ipAddress`, `country`, `trusted`, `namedLocations`) or one
 * text: an address, a country, the id of a named location, or `trusted`. `namedLocations` is a list of ids that the
 * sign-in comes from, or a list of Graph's `namedLocation` objects against which address and country are compared.
 */
export function readLocationFacts(context: Members): Result<LocationFacts> {
  const location = context.get("location");
  const inside = membersOf(location);
  const facts: Writable = {};
  if (inside === null && location !== undefined && location !== null) {
    const problem = fromText(location, facts);
    if (problem !== null) return problem;
  }
  const address = firstOf(inside ?? context, ["ipaddress", "ip"]) ?? context.get("ipaddress");
  if (address !== undefined && address !== null) {
    if (typeof address !== "string" || !isAddress(address)) {
      return wrongContext("location.ipAddress", address, "an IPv4 or IPv6 address");
    }
    facts.ipAddress = address.trim();
  }
  const country = textOf(
    firstOf(inside ?? context, ["country", "countryorregion"]) ?? context.get("country"),
  );
  if (country !== null) facts.country = country.toLowerCase();
  const trusted =
    firstOf(inside ?? context, ["trusted", "istrusted", "trustedlocation"]) ??
    firstOf(context, ["trusted", "trustedlocation"]);
  if (trusted !== undefined && trusted !== null) {
    const read = flag(trusted, "location.trusted");
    if (!read.ok) return fail(read.problem);
    facts.trustedLocation = read.value;
  }
  for (const value of [
    firstOf(inside ?? context, ["namedlocations", "named", "ids", "id"]),
    context.get("namedlocations"),
  ]) {
    const problem = named(value, facts);
    if (problem !== null) return problem;
  }
  return succeed(facts);
}

type Wrong = ReturnType<typeof wrongContext>;

function fromText(location: unknown, facts: Writable): Wrong | null {
  const text = textOf(location)?.toLowerCase() ?? "";
  if (isAddress(text)) facts.ipAddress = text;
  else if (/^[a-z]{2}$/u.test(text)) facts.country = text;
  else if (isGuid(text)) facts.locations = new Set([text]);
  else if (text === "trusted") facts.trustedLocation = true;
  else
    return wrongContext(
      "location",
      location,
      "an object, an address, a country code, or the id of a named location",
    );
  return null;
}

function named(value: unknown, facts: Writable): Wrong | null {
  const list = membersOf(value)?.get("value") ?? value;
  if (list === undefined || list === null) return null;
  const items = Array.isArray(list) ? list : [list];
  const definitions = items.map(namedLocationOf).filter((each) => each !== null);
  if (definitions.length > 0) {
    facts.locationDefinitions = definitions;
    return null;
  }
  // An empty list beside a filled one says nothing; alone it says "from none of them".
  if (items.length === 0 && (facts.locations ?? facts.locationDefinitions) !== undefined) return null;
  const ids = idSet(items, "namedLocations");
  if (!ids.ok) return ids;
  facts.locations = ids.value;
  return null;
}
