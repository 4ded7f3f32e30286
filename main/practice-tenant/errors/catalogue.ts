/**
 * How Entra words and classes each error that the practice tenant can give. `error` is what the v2 token endpoint
 * says, `v1` what the v1 endpoint says where it differs: v2 answers `invalid_grant` for most of what v1 calls
 * `interaction_required` (seen in captured public answers).
 */
export type ErrorEntry = {
  readonly error: string;
  readonly v1?: string;
  /** What the authorize endpoint says in a redirect, where it differs from both. */
  readonly atAuthorize?: string;
  readonly suberror?: string;
  /** HTTP status of the token endpoint; 400 unless said. */
  readonly status?: number;
  /** After `AADSTS<code>: `; `{name}` is replaced by a value of the failure. */
  readonly text: string;
  /** Name of the claim that carries policy ids: `capolids` on a block, `polids` on a demand to register. */
  readonly policyClaim?: "capolids" | "polids";
};

const interaction = { error: "invalid_grant", v1: "interaction_required" } as const;
const blocked = { ...interaction, suberror: "message_only", policyClaim: "capolids" } as const;
const MFA_TEXT =
  "Due to a configuration change made by your administrator, or because you moved to a new location, you must use multi-factor authentication to access '{resource}'.";
const ENROL_TEXT =
  "Due to a configuration change made by your administrator, or because you moved to a new location, you must enroll in multi-factor authentication to access '{resource}'.";

/** Policy and second factor: everything here comes after the password was accepted. */
const afterThePassword: Readonly<Record<number, ErrorEntry>> = {
  50058: { error: "login_required", text: "A silent sign-in request was sent but no user is signed in." },
  50072: { error: "interaction_required", suberror: "basic_action", text: ENROL_TEXT },
  50074: {
    error: "interaction_required",
    suberror: "basic_action",
    text: "Strong Authentication is required.",
  },
  50076: { ...interaction, suberror: "basic_action", text: MFA_TEXT },
  50079: { ...interaction, suberror: "basic_action", policyClaim: "polids", text: ENROL_TEXT },
  50105: {
    error: "invalid_grant",
    text: "Your administrator has configured the application {appName} ('{app}') to block users unless they are specifically granted ('assigned') access to the application.",
  },
  50135: { error: "interaction_required", text: "Password change is required due to account risk." },
  50142: {
    error: "interaction_required",
    text: "Password change is required due to a conditional access policy.",
  },
  50158: {
    error: "invalid_grant",
    v1: "interaction_required",
    suberror: "basic_action",
    text: "External security challenge not satisfied.",
  },
  53000: { ...blocked, text: "Device is not in required device state: compliant." },
  53001: { ...blocked, text: "Device is not in required device state: domain_joined." },
  53003: {
    ...blocked,
    text: "Access has been blocked by Conditional Access policies. The access policy does not allow token issuance.",
  },
  53009: { ...blocked, text: "Application needs to enforce Intune protection policies." },
  50097: { ...blocked, suberror: "device_authentication_failed", text: "Device authentication is required." },
  530003: { ...blocked, text: "Your device is required to be managed to access this resource." },
  65001: {
    error: "invalid_grant",
    atAuthorize: "consent_required",
    suberror: "consent_required",
    text: "The user or administrator has not consented to use the application with ID '{app}' named '{appName}'. Send an interactive authorization request for this user and resource.",
  },
  65004: {
    error: "authorization_declined",
    atAuthorize: "access_denied",
    text: "User declined to consent to access the app.",
  },
  90094: {
    error: "interaction_required",
    suberror: "consent_required",
    text: "Admin consent is required for the permissions requested by this application.",
  },
  500121: { error: "access_denied", text: "Authentication failed during strong authentication request." },
};

const user: Readonly<Record<number, ErrorEntry>> = {
  50020: {
    error: "invalid_grant",
    text: "The user account from another identity provider does not exist in tenant '{tenantName}' and cannot access the application '{app}' in that tenant.",
  },
  50034: {
    error: "invalid_grant",
    text: "The user account does not exist in the '{tenant}' directory. To sign into this application, the account must be added to the directory.",
  },
  50053: {
    error: "invalid_grant",
    text: "The account is locked, you've tried to sign in too many times with an incorrect user ID or password.",
  },
  50055: { error: "invalid_grant", suberror: "user_password_expired", text: "The password is expired." },
  50056: {
    error: "invalid_grant",
    text: "Invalid or null password: password does not exist in the directory for this user.",
  },
  50057: { error: "invalid_grant", text: "The user account is disabled." },
  50126: {
    error: "invalid_grant",
    text: "Error validating credentials due to invalid username or password.",
  },
  50144: {
    error: "invalid_grant",
    suberror: "user_password_expired",
    text: "The user's Active Directory password has expired.",
  },
};

const request: Readonly<Record<number, ErrorEntry>> = {
  28003: {
    error: "invalid_scope",
    text: "Provided value for the input parameter scope cannot be empty when requesting an access token using the provided authorization code. Please specify a valid scope.",
  },
  28000: {
    error: "invalid_scope",
    text: "Provided value for the input parameter scope is not valid because it contains more than one resource. Scope {scope} is not valid.",
  },
  50011: {
    error: "invalid_request",
    text: "The redirect URI '{redirectUri}' specified in the request does not match the redirect URIs configured for the application '{app}'.",
  },
  54005: {
    error: "invalid_grant",
    text: "OAuth2 Authorization code was already redeemed, please retry with a new valid code or use an existing refresh token.",
  },
  65005: {
    error: "invalid_resource",
    text: "The application '{app}' asked for permissions that do not fit the resource.",
  },
  70000: { error: "invalid_grant", text: "Provided grant is invalid or malformed." },
  50173: {
    error: "invalid_grant",
    suberror: "bad_token",
    text: "The provided grant has expired due to it being revoked, a fresh auth token is needed.",
  },
  70003: {
    error: "unsupported_grant_type",
    text: "The app requested an unsupported grant type '{grantType}'.",
  },
  70008: {
    error: "invalid_grant",
    text: "The provided authorization code or refresh token has expired due to inactivity. Send a new interactive authorization request for this user and resource.",
  },
  70011: {
    error: "invalid_scope",
    text: "The provided request must include a 'scope' input parameter. The provided value for the input parameter 'scope' is not valid. The scope {scope} is not valid.",
  },
  70016: {
    error: "authorization_pending",
    text: "OAuth 2.0 device flow error. Authorization is pending. Continue polling.",
  },
  70018: {
    error: "bad_verification_code",
    text: "Invalid verification code due to User typing in wrong user code for device code flow.",
  },
  70019: { error: "expired_token", text: "Verification code expired. Have the user retry the sign-in." },
  90002: {
    error: "invalid_request",
    text: "Tenant '{tenant}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud.",
  },
  90014: {
    error: "invalid_request",
    text: "The required field '{parameter}' is missing from the credential. Ensure that you have all the necessary parameters for the login request.",
  },
  90033: {
    error: "temporarily_unavailable",
    status: 503,
    text: "A transient error has occurred. Please try again.",
  },
  500011: {
    error: "invalid_resource",
    text: "The resource principal named {resource} was not found in the tenant named {tenantName}. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant.",
  },
  500112: {
    error: "invalid_grant",
    text: "The reply address '{redirectUri}' does not match the reply address '{expected}' provided when requesting Authorization code.",
  },
  500113: { error: "invalid_request", text: "No reply address is registered for the application." },
  501481: {
    error: "invalid_grant",
    text: "The Code_Verifier does not match the code_challenge supplied in the authorization request.",
  },
  501491: { error: "invalid_request", text: "Invalid size of Code_Challenge parameter." },
  650053: {
    error: "invalid_client",
    text: "The application '{appName}' asked for scope '{scope}' that doesn't exist on the resource '{resource}'.",
  },
  700016: {
    error: "unauthorized_client",
    text: "Application with identifier '{app}' was not found in the directory '{tenantName}'. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant.",
  },
  700025: {
    error: "invalid_client",
    status: 401,
    text: "Client is public so neither 'client_assertion' nor 'client_secret' should be presented.",
  },
  700054: {
    error: "unsupported_response_type",
    text: "response_type '{responseType}' is not enabled for the application.",
  },
  900561: {
    error: "invalid_request",
    text: "The endpoint only accepts POST requests. Received a GET request.",
  },
  900144: {
    error: "invalid_request",
    text: "The request body must contain the following parameter: '{parameter}'.",
  },
  901002: { error: "invalid_request", text: "The 'resource' request parameter is not supported." },
  7000215: {
    error: "invalid_client",
    status: 401,
    text: "Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '{app}'.",
  },
  7000218: {
    error: "invalid_client",
    status: 401,
    text: "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
  },
  1002012: {
    error: "invalid_scope",
    text: "The provided value for scope {scope} is not valid. Client credential flows must have a scope value with /.default suffixed to the resource identifier (application ID URI).",
  },
  9001023: {
    error: "invalid_request",
    text: "The grant type is not supported over the /common or /consumers endpoints. Please use the /organizations or tenant-specific endpoint.",
  },
  9002313: { error: "invalid_request", text: "Invalid request. Request is malformed or invalid." },
  9002326: {
    error: "invalid_request",
    text: "Cross-origin token redemption is permitted only for the 'Single-Page Application' client-type.",
  },
  9002327: {
    error: "invalid_request",
    text: "Tokens issued for the 'Single-Page Application' client-type may only be redeemed via cross-origin requests.",
  },
};

const entries: Readonly<Record<number, ErrorEntry>> = { ...afterThePassword, ...user, ...request };

/** The entry of a code. A code without one is answered as Entra answers what it cannot name: malformed. */
export function errorEntry(code: number): ErrorEntry {
  return entries[code] ?? { error: "invalid_request", text: "The request cannot be answered." };
}

/** Every code that the practice tenant can give. */
export function knownErrorCodes(): readonly number[] {
  return Object.keys(entries).map(Number);
}
