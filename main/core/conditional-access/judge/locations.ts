import type { Ids, IncludeExclude } from "../policy.ts";
import { inRange, isRange } from "../sign-in/ip-range.ts";
import type { NamedLocation, SignInContext } from "../sign-in/sign-in-context.ts";
import { and, fromBoolean, not, or, type Tri } from "../tri.ts";
import { type Judgement, judgement } from "./judgement.ts";

/** "MFA trusted IPs", the list of addresses of per-user MFA. */
const MFA_TRUSTED_IPS = "00000000-0000-0000-0000-000000000000";

/**
 * Locations: all, all trusted, named ones; an exclusion beats an inclusion.
 * Source: https://learn.microsoft.com/entra/identity/conditional-access/concept-assignment-network
 */
export function judgeLocation(locations: IncludeExclude | null, facts: SignInContext): Judgement | null {
  if (locations === null) return null;
  const missing = new Set<string>();
  // Graph wants a list of included locations. Without one, nobody knows whether all are meant or none.
  const isOpen = locations.include.keys.size === 0;
  const included = isOpen ? "depends" : inAny(locations.include, facts, missing);
  const excluded = inAny(locations.exclude, facts, missing);
  const outcome = and(included, not(excluded));
  const names = [...(isOpen ? ["locations that the policy includes"] : []), ...missing];
  const text = (): string => {
    const without = locations.exclude.written.length === 0 ? "" : ` without ${describe(locations.exclude)}`;
    return `The policy is for ${isOpen ? "locations that it does not name" : describe(locations.include)}${without}; ${seen(outcome, names)}.`;
  };
  return judgement("location", outcome, text, names);
}

function seen(outcome: Tri, missing: readonly string[]): string {
  if (outcome === "depends") return `not given: ${missing.join(", ")}`;
  return outcome === "yes" ? "the sign-in comes from there" : "the sign-in comes from elsewhere";
}

function inAny(ids: Ids, facts: SignInContext, missing: Set<string>): Tri {
  let result: Tri = "no";
  let trusted = false;
  let named = false;
  for (const id of ids.keys) {
    const each = inOne(id, facts);
    if (each === "depends") {
      if (id === "alltrusted") trusted = true;
      else named = true;
    }
    result = or(result, each);
  }
  if (result === "depends" && trusted) missing.add("trusted location");
  if (result === "depends" && named) missing.add("location");
  return result;
}

function inOne(id: string, facts: SignInContext): Tri {
  if (id === "all") return "yes";
  if (id === "alltrusted") return fromTrusted(facts);
  const isThere = namedByHand(id, facts);
  if (isThere !== null) return isThere;
  if (id === MFA_TRUSTED_IPS) return facts.trustedLocation === false ? "no" : "depends";
  const definition = facts.locationDefinitions?.find(
    (location) => location.id === id || location.displayName?.toLowerCase() === id,
  );
  return definition === undefined ? "depends" : isInside(definition, facts);
}

/** What is said of the place itself; null where nothing is, so that address and country decide. */
function namedByHand(id: string, { locations, ruledOut }: SignInContext): Tri | null {
  if (locations?.has(id)) return "yes";
  const out = ruledOut?.locations;
  if (out === undefined) return locations === undefined ? null : "no";
  return out.has(id) ? "no" : null;
}

/** An address inside a range that is marked as trusted is trusted; an address in none may still be an MFA trusted IP. */
function fromTrusted(facts: SignInContext): Tri {
  if (facts.trustedLocation !== undefined) return fromBoolean(facts.trustedLocation);
  const trusted = facts.locationDefinitions?.filter((location) => location.trusted) ?? [];
  const inside = trusted.some(
    (location) => isInside(location, facts) === "yes" || facts.locations?.has(location.id) === true,
  );
  return inside ? "yes" : "depends";
}

function isInside(location: NamedLocation, facts: SignInContext): Tri {
  if (location.kind === "ip") {
    const { ipAddress } = facts;
    if (ipAddress === undefined) return "depends";
    if (location.ranges.some((range) => inRange(ipAddress, range))) return "yes";
    // The address may lie in a range that was cut or written otherwise.
    return location.ranges.every(isRange) ? "no" : "depends";
  }
  if (location.kind !== "country" || location.byGps || facts.country === undefined) return "depends";
  return fromBoolean(location.countries.includes(facts.country));
}

function describe(ids: Ids): string {
  const parts: string[] = [];
  if (ids.keys.has("all")) parts.push("any location");
  if (ids.keys.has("alltrusted")) parts.push("trusted locations");
  const named = ids.written.filter((id) => !/^(all|alltrusted)$/iu.test(id)).length;
  if (named > 0) parts.push(`${named} named location${named === 1 ? "" : "s"}`);
  return parts.length === 0 ? "no location" : parts.join(", ");
}
