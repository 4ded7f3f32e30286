import type { EndpointVersion } from "../errors/error-body.ts";
import { isFailure, refuse } from "../errors/failure.ts";
import { json } from "../server/http.ts";
import type { Practice } from "../server/practice.ts";
import { findTenant } from "../sign-in/find-tenant.ts";
import { issuer } from "../tokens/claims.ts";
import type { Endpoint } from "./endpoint.ts";
import { failureAnswer } from "./failure-answer.ts";

/** `/{tenant}/v2.0/.well-known/openid-configuration` */
export const discoveryV2: Endpoint = (request, practice, segment) =>
  discovery(request, practice, segment, "v2");
/**
 * `/{tenant}/practice/v2.0/.well-known/openid-configuration`: the v2 document with the token endpoint of v1. A client
 * that believes it then sends a v2 request to v1, as Jamf Connect did before 2.12 (AADSTS900144).
 */
export const discoveryMixed: Endpoint = (_request, practice) => {
  const { id } = practice.tenant();
  return json(200, {
    ...documentV2(practice.origin, id, id),
    token_endpoint: `${practice.origin}/${id}/oauth2/token`,
  });
};
/** `/{tenant}/.well-known/openid-configuration` */
export const discoveryV1: Endpoint = (request, practice, segment) =>
  discovery(request, practice, segment, "v1");

function discovery(
  request: Parameters<Endpoint>[0],
  practice: Practice,
  segment: string,
  version: EndpointVersion,
) {
  const path = findTenant(segment, practice.tenant());
  if (isFailure(path)) {
    // The discovery endpoint calls it by a name of its own (inferred from captured answers).
    return failureAnswer(request, practice, refuse(90002, { tenant: segment }), version, {
      error: "invalid_tenant",
    });
  }
  // A domain comes back as the id; the shared names stay, with a placeholder in the issuer.
  const tenantId = practice.tenant().id;
  const name = path === "tenant" ? tenantId : path;
  const issuerName = path === "tenant" ? tenantId : "{tenantid}";
  return json(
    200,
    version === "v2"
      ? documentV2(practice.origin, name, issuerName)
      : documentV1(practice.origin, name, issuerName),
  );
}

const shared = {
  token_endpoint_auth_methods_supported: ["client_secret_post", "private_key_jwt", "client_secret_basic"],
  response_modes_supported: ["query", "fragment", "form_post"],
  subject_types_supported: ["pairwise"],
  id_token_signing_alg_values_supported: ["RS256"],
} as const;

const logout = { http_logout_supported: true, frontchannel_logout_supported: true } as const;

/** Members and their order as in Entra's own document; neither names `grant_types_supported` nor PKCE. */
function documentV2(origin: string, name: string, issuerName: string): object {
  const base = `${origin}/${name}`;
  return {
    token_endpoint: `${base}/oauth2/v2.0/token`,
    token_endpoint_auth_methods_supported: shared.token_endpoint_auth_methods_supported,
    jwks_uri: `${base}/discovery/v2.0/keys`,
    response_modes_supported: shared.response_modes_supported,
    subject_types_supported: shared.subject_types_supported,
    id_token_signing_alg_values_supported: shared.id_token_signing_alg_values_supported,
    response_types_supported: ["code", "id_token", "code id_token", "id_token token"],
    scopes_supported: ["openid", "profile", "email", "offline_access"],
    issuer: issuer(origin, issuerName, "v2"),
    request_uri_parameter_supported: false,
    userinfo_endpoint: `${origin}/oidc/userinfo`,
    authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
    device_authorization_endpoint: `${base}/oauth2/v2.0/devicecode`,
    ...logout,
    end_session_endpoint: `${base}/oauth2/v2.0/logout`,
    claims_supported: [
      "sub",
      "iss",
      "cloud_instance_name",
      "cloud_instance_host_name",
      "cloud_graph_host_name",
      "msgraph_host",
      "aud",
      "exp",
      "iat",
      "auth_time",
      "acr",
      "nonce",
      "preferred_username",
      "name",
      "tid",
      "ver",
      "at_hash",
      "c_hash",
      "email",
    ],
    ...surroundings(base, origin, "NA"),
  };
}

function documentV1(origin: string, name: string, issuerName: string): object {
  const base = `${origin}/${name}`;
  return {
    token_endpoint: `${base}/oauth2/token`,
    token_endpoint_auth_methods_supported: shared.token_endpoint_auth_methods_supported,
    jwks_uri: `${origin}/common/discovery/keys`,
    response_modes_supported: shared.response_modes_supported,
    subject_types_supported: shared.subject_types_supported,
    id_token_signing_alg_values_supported: shared.id_token_signing_alg_values_supported,
    response_types_supported: ["code", "id_token", "code id_token", "token id_token", "token"],
    scopes_supported: ["openid"],
    issuer: issuer(origin, issuerName, "v1"),
    microsoft_multi_refresh_token: true,
    authorization_endpoint: `${base}/oauth2/authorize`,
    device_authorization_endpoint: `${base}/oauth2/devicecode`,
    ...logout,
    end_session_endpoint: `${base}/oauth2/logout`,
    claims_supported: [
      "sub",
      "iss",
      "cloud_instance_name",
      "cloud_instance_host_name",
      "cloud_graph_host_name",
      "msgraph_host",
      "aud",
      "exp",
      "iat",
      "auth_time",
      "acr",
      "amr",
      "nonce",
      "email",
      "given_name",
      "family_name",
      "nickname",
    ],
    check_session_iframe: `${base}/oauth2/checksession`,
    userinfo_endpoint: `${base}/openid/userinfo`,
    ...surroundings(base, origin, "WW"),
  };
}

/** `msgraph_host` is the practice tenant itself: its Graph part answers there. */
function surroundings(base: string, origin: string, region: string): object {
  return {
    kerberos_endpoint: `${base}/kerberos`,
    tenant_region_scope: region,
    cloud_instance_name: "microsoftonline.com",
    cloud_graph_host_name: "graph.windows.net",
    msgraph_host: new URL(origin).host,
    rbac_url: "https://pas.windows.net",
  };
}
