import type { HostLabels } from "./host-labels.ts";
import { hidden } from "./mask.ts";
import { isDocumentation } from "./public-hosts.ts";

export type UrlParts = {
  readonly hosts: HostLabels;
  /** Masks free text. */
  readonly text: (text: string) => string;
  /** Masks a part of a path that may name something. */
  readonly segment: (segment: string) => string;
  /** Masks the value of a query parameter. */
  readonly parameter: (name: string, value: string) => string;
};

/** Parts of paths that providers and protocols fix; they tell which endpoint it is, not whose. */
const fixedSegments: ReadonlySet<string> = new Set(
  `.well-known adfs api as auth authorize authn callback common connect consumers default devicecode discovery endpoint
  error getmemberobjects health idp introspect jamfconnect jwks keys login logout me memberof oauth2 oidc openid-configuration
  o openid organizations protocol realms redirect revoke sso token tokens userinfo users v1 v1.0 v2 v2.0 beta .default`
    .split(/\s+/)
    .filter((word) => word !== ""),
);

/** Parameters of documentation and error pages that say which page it is. */
const readableParameters: ReadonlySet<string> = new Set(["api-version", "lang", "locale", "tabs", "view"]);

/**
 * Masks an address part by part. Documentation keeps its path but for ids and names in it; everywhere else only what a
 * protocol fixes is kept.
 */
export function maskUrl(address: string, parts: UrlParts): string {
  const api = /^(api):\/\/([^/?#]*)(.*)$/is.exec(address);
  if (api !== null) return `api://${apiOwner(api[2] ?? "", parts)}${parts.text(api[3] ?? "")}`;
  if (!URL.canParse(address)) return `${address.slice(0, Math.max(0, address.indexOf(":")))}:${hidden}`;
  const url = new URL(address);
  if (!address.includes("://")) return `${url.protocol}${parts.segment(address.slice(url.protocol.length))}`;
  const keepsPath = isDocumentation(url);
  const name = url.hostname === "" ? "" : parts.hosts.host(decode(url.hostname));
  const host = url.port === "" ? name : `${name}:${url.port}`;
  const path = url.pathname
    .split("/")
    .map((segment) => (segment === "" ? "" : maskSegment(decode(segment), keepsPath, parts)))
    .join("/");
  const query = url.search.length > 1 ? `?${maskQuery(url.search.slice(1), keepsPath, parts)}` : "";
  const fragment = url.hash.length > 1 ? `#${maskFragment(decode(url.hash.slice(1)), keepsPath, parts)}` : "";
  const bare = path === "/" && !/\/(?:[?#]|$)/.test(address.slice(address.indexOf("://") + 3)) ? "" : path;
  return `${url.protocol}//${host}${bare}${query}${fragment}`;
}

/** The owner of an App ID URI: an app id, a domain of the tenant, or a name somebody chose. */
function apiOwner(owner: string, parts: UrlParts): string {
  const plain = decode(owner);
  const masked = parts.text(plain);
  if (masked !== plain) return masked;
  return plain.includes(".") ? parts.hosts.host(plain) : parts.segment(plain);
}

function maskSegment(segment: string, keepsPath: boolean, parts: UrlParts): string {
  if (fixedSegments.has(segment.toLowerCase())) return segment;
  const masked = parts.text(segment);
  return masked !== segment || keepsPath ? masked : parts.segment(segment);
}

function maskQuery(query: string, keepsPath: boolean, parts: UrlParts): string {
  return query
    .split("&")
    .map((pair) => {
      const equals = pair.indexOf("=");
      if (equals < 0) return keepsPath ? parts.text(decode(pair)) : parts.segment(decode(pair));
      const name = decode(pair.slice(0, equals));
      const value = decode(pair.slice(equals + 1));
      const isErrorCode = name === "code" && /^\d{1,8}$/.test(value);
      const keep = isErrorCode || (keepsPath && readableParameters.has(name));
      return `${parts.text(name)}=${keep ? parts.text(value) : parts.parameter(name, value)}`;
    })
    .join("&");
}

function maskFragment(fragment: string, keepsPath: boolean, parts: UrlParts): string {
  if (fragment.includes("=")) return maskQuery(fragment, keepsPath, parts);
  return keepsPath ? parts.text(fragment) : parts.segment(fragment);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return text;
  }
}
