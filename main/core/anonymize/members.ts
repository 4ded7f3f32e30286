/**
 * How the value of a claim, a JSON member or a form field is treated. What is not listed is `hidden`: new claims and
 * custom ones hold what their makers put there.
 */
export type MemberKind =
  | "plain"
  | "number"
  | "provider-text"
  | "url"
  | "tenant"
  | "app"
  | "object"
  | "group"
  | "address"
  | "request"
  | "person"
  | "full-name"
  | "given-name"
  | "family-name"
  | "hidden";

/**
 * Sources: OpenID Connect Core 1.0 section 5.1, RFC 6749, RFC 8414, Microsoft's claim references
 * (https://learn.microsoft.com/entra/identity-platform/id-token-claims-reference,
 * https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference).
 */
const members: Readonly<Record<Exclude<MemberKind, "hidden">, string>> = {
  plain: `acr acrs alg amr appidacr azpacr claims_parameter_supported claims_supported cloud_instance_name
    code_challenge_method code_challenge_methods_supported email_verified error frontchannel_logout_supported grant_type
    grant_types_supported hasgroups http_logout_supported id_token_signing_alg_values_supported idtyp kty
    phone_number_verified prompt request_parameter_supported request_uri_parameter_supported response_mode
    response_modes_supported response_type response_types_supported roles scope scopes_supported scp
    subject_types_supported suberror tenant_region_scope timestamp token_endpoint_auth_methods_supported token_type typ
    use ver`,
  number: "auth_time error_codes exp expires_in expires_on ext_expires_in iat nbf not_before updated_at",
  "provider-text": "claims error_description message",
  url: `authorization_endpoint check_session_iframe cloud_graph_host_name device_authorization_endpoint
    end_session_endpoint error_uri introspection_endpoint iss issuer jwks_uri kerberos_endpoint msgraph_host
    post_logout_redirect_uri rbac_url redirect_uri registration_endpoint resource revocation_endpoint token_endpoint
    userinfo_endpoint`,
  tenant: "tid tenant tenant_id",
  app: "appid aud azp cid client_id",
  object: "deviceid oid onprem_sid puid sid sub wids",
  group: "groups",
  address: "ipaddr",
  request: "client-request-id correlation_id request-id trace_id x-ms-client-request-id x-ms-request-id",
  person: `email login login_hint loginfmt mail nickname onpremises_sam_account_name preferred_username
    samaccountname unique_name upn username userprincipalname verified_primary_email verified_secondary_email
    winaccountname`,
  "full-name": "displayname name",
  "given-name": "given_name givenname middle_name",
  "family-name": "family_name surname",
};

const kinds: ReadonlyMap<string, MemberKind> = new Map(
  Object.entries(members).flatMap(([kind, names]) =>
    // Object.entries forgets that the keys are kinds.
    names.split(/\s+/).map((name) => [name, kind as MemberKind] as const),
  ),
);

/** How the value under a name is treated; capitals do not count. */
export function memberKind(name: string): MemberKind {
  return kinds.get(name.toLowerCase()) ?? "hidden";
}
