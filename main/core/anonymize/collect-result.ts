import type { LoginResult } from "../login-result.ts";
import type { Known, Person } from "./known.ts";
import { memberKind } from "./members.ts";
import { plainText } from "./plain-text.ts";

type Claims = Readonly<Record<string, unknown>>;

/** What one result tells about people, tenant, apps and requests. */
export function collectResult(
  result: LoginResult,
): Pick<Known, "people" | "tenants" | "apps" | "policies" | "requests" | "domains"> {
  const claims = [result.tokens.id?.claims ?? {}, result.tokens.access?.claims ?? {}];
  const person = personOf(result, claims);
  const { asked } = result;
  const domains = [...person.addresses, asked.person ?? ""].map(domainOf).filter((domain) => domain !== "");
  const tenants = textsOf(claims, "tenant").map((id) => ({ id, domains }));
  return {
    people: Object.values(person).some((values) => values.length > 0) ? [person] : [],
    tenants,
    domains,
    apps: textsOf(claims, "app").filter((app) => !/[:/]/.test(app)),
    policies: [
      ...(result.error?.policyIds ?? []),
      ...(result.prediction?.policies.map(({ id }) => id) ?? []),
      ...(result.prediction?.spared?.map(({ id }) => id) ?? []),
    ],
    requests: requestIds(result),
  };
}

function personOf(result: LoginResult, claims: readonly Claims[]): Person {
  const { account } = result;
  const names = textsOf(claims, "person");
  return {
    addresses: names.filter((name) => name.includes("@")),
    fullNames: filled([...textsOf(claims, "full-name"), account?.fullName ?? ""]),
    givenNames: textsOf(claims, "given-name"),
    familyNames: textsOf(claims, "family-name"),
    shortNames: filled([account?.shortName ?? "", ...names.filter((name) => !name.includes("@"))]),
    objectIds: namedTexts(claims, ["oid", "sub"]),
  };
}

/** Every text under the names of a kind, in lists too. */
function textsOf(claims: readonly Claims[], kind: ReturnType<typeof memberKind>): readonly string[] {
  const names = claims.flatMap((set) => Object.keys(set).filter((name) => memberKind(name) === kind));
  return namedTexts(claims, inOrder(names));
}

/** The user name before mail addresses: it becomes the person's label. */
function inOrder(names: readonly string[]): readonly string[] {
  const first = ["upn", "unique_name", "preferred_username"];
  return [...first.filter((name) => names.includes(name)), ...names.filter((name) => !first.includes(name))];
}

function namedTexts(claims: readonly Claims[], names: readonly string[]): readonly string[] {
  const values = [...new Set(names)].flatMap((name) => claims.map((set) => set[name])).flat();
  return filled(values.filter((value) => typeof value === "string"));
}

function filled(values: readonly string[]): readonly string[] {
  const plain = values.map((value) => plainText(value).trim()).filter((value) => value !== "");
  return [...new Map(plain.map((value) => [value.toLowerCase(), value])).values()];
}

function domainOf(address: string): string {
  const at = Math.max(address.lastIndexOf("@"), address.toLowerCase().lastIndexOf("%40") + 2);
  const domain = at < 2 ? "" : address.slice(at + 1);
  return /^[\p{L}\p{N}.-]+$/u.test(domain) ? domain.toLowerCase() : "";
}

const guid = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/i;

function requestIds(result: LoginResult): readonly string[] {
  const texts = [result.error?.description ?? "", ...result.steps.map((step) => step.response?.body ?? "")];
  const inTexts = texts.flatMap((text) => [
    ...text.matchAll(/(?:trace|correlation)[ _]id"?: ?"?([0-9a-f-]{36})/gi),
  ]);
  const headers = result.steps.flatMap(({ request, response }) =>
    [request, response].flatMap((exchange) => Object.entries(exchange?.headers ?? {})),
  );
  return filled([
    result.error?.traceId ?? "",
    result.error?.correlationId ?? "",
    result.signInLog.correlationId ?? "",
    ...inTexts.map((found) => found[1] ?? ""),
    ...headers.flatMap(([name, value]) =>
      memberKind(name) === "request" && guid.test(value) ? [value] : [],
    ),
  ]);
}
