import { type RunRecord, settingLeaves, settingLines } from "../../../../main/core/history/index.ts";
import type { LoginResult } from "../../../../main/core/login-result.ts";
import { type ProfileDocument, readProfile } from "../../../../main/core/profile/index.ts";
import { shortenUserName } from "../../../../main/core/redact/index.ts";
import type { ReportInput } from "../../../../main/core/report/index.ts";
import { check, login, record, refused } from "../history/records.ts";

/** Who and where the invented runs are about. */
export type Cast = {
  readonly upn: string;
  readonly fullName: string;
  readonly shortName: string;
  readonly objectId: string;
  readonly tenantId: string;
  readonly appId: string;
  readonly policyId: string;
  readonly traceId: string;
  readonly address: string;
  readonly clientSecret: string;
};

export const mira: Cast = {
  upn: "mira.keller@contoso.com",
  fullName: "Mira Keller",
  shortName: "mira.keller",
  objectId: "0f1e2d3c-1111-4222-8333-444455556666",
  tenantId: "11112222-3333-4444-8555-666677778888",
  appId: "aaaabbbb-0000-4000-8000-ccccdddd0001",
  policyId: "5e21c7f0-7777-4888-8999-aaaabbbbcccc",
  traceId: "1f0c72ae-9999-4aaa-8bbb-ccccddddeeee",
  address: "198.51.100.23",
  clientSecret: "hunter2-but-longer",
};

/** A profile of both domains with a secret, a licence, free texts and accounts. */
export function profileOf(cast: Cast): ProfileDocument {
  const text = `<?xml version="1.0" encoding="UTF-8"?>
<plist version="1.0"><dict>
<key>PayloadType</key><string>Configuration</string>
<key>PayloadDisplayName</key><string>Contoso staff</string>
<key>PayloadOrganization</key><string>Contoso Trading Ltd</string>
<key>PayloadIdentifier</key><string>com.contoso.jamfconnect</string>
<key>PayloadUUID</key><string>0C0C0C0C-1111-4222-8333-444444444444</string>
<key>PayloadScope</key><string>System</string>
<key>PayloadVersion</key><integer>1</integer>
<key>PayloadContent</key><array>
<dict>
<key>PayloadType</key><string>com.jamf.connect.login</string>
<key>PayloadIdentifier</key><string>com.contoso.jamfconnect.login</string>
<key>PayloadUUID</key><string>0A0A0A0A-1111-4222-8333-444444444444</string>
<key>OIDCProvider</key><string>EntraID</string>
<key>OIDCTenant</key><string>${cast.tenantId}</string>
<key>OIDCClientID</key><string>${cast.appId}</string>
<key>OIDCClientSecret</key><string>${cast.clientSecret}</string>
<key>OIDCScopes</key><string>openid+profile+api://${cast.appId}/jamfconnect</string>
<key>OIDCRedirectURI</key><string>https://127.0.0.1/jamfconnect</string>
<key>OIDCDiscoveryURL</key><string>https://login.microsoftonline.com/${cast.tenantId}/v2.0/.well-known/openid-configuration</string>
<key>LicenseFile</key><data>${Buffer.from(`license-${cast.clientSecret}`).toString("base64")}</data>
<key>LoginWindowMessage</key><string>Welcome to Contoso, ask ${cast.fullName}</string>
<key>HelpURL</key><string>https://help.contoso.com/macs?for=${encodeURIComponent(cast.upn)}</string>
<key>EULAText</key><string>No secret: ${cast.clientSecret}</string>
<key>BackgroundImage</key><string>/Library/Contoso/background.png</string>
<key>DenyLocalExcluded</key><array><string>ladmin-contoso</string></array>
<key>OIDCAdmin</key><array><string>MacAdmin</string></array>
<key>DenyLocal</key><true/>
</dict>
<dict>
<key>PayloadType</key><string>com.jamf.connect</string>
<key>IdPSettings</key><dict>
<key>Provider</key><string>EntraID</string>
<key>ROPGID</key><string>${cast.appId}</string>
<key>TenantID</key><string>${cast.tenantId}</string>
<key>SuccessCodes</key><array><string>50076</string></array>
</dict>
<key>UserHelp</key><dict><key>HelpType</key><string>URL</string></dict>
<key>Kerberos</key><dict><key>Realm</key><string>CORP.CONTOSO.COM</string></dict>
</dict>
<dict>
<key>PayloadType</key><string>com.contosoagent.settings</string>
<key>PayloadIdentifier</key><string>com.contosoagent.settings</string>
<key>PayloadUUID</key><string>0D0D0D0D-1111-4222-8333-444444444444</string>
<key>since</key><date>2026-01-02T03:04:05Z</date>
<key>apiToken</key><string>${cast.clientSecret}</string>
</dict>
</array></dict></plist>`;
  const document = readProfile(new TextEncoder().encode(text), { fileName: "Contoso staff.mobileconfig" });
  if (!document.ok) throw new Error(document.problem.detail);
  return document.value;
}

function domainOf({ upn }: Cast): string {
  return upn.slice(upn.lastIndexOf("@") + 1);
}

/** A check that Entra answers with 50076, its answer naming policy, resource and requests. */
export function refusedCheck(cast: Cast): LoginResult {
  const description = `AADSTS50076: Due to a configuration change made by your administrator, you must use multi-factor authentication to access '00000002-0000-0000-c000-000000000000'. Trace ID: ${cast.traceId} Correlation ID: ${cast.traceId.replace("1", "2")} Timestamp: 2026-11-23 10:14:00Z`;
  return refused(50076, {
    startedAt: "2026-11-23T10:14:00.000Z",
    asked: {
      host: "login.microsoftonline.com",
      tenant: cast.tenantId,
      client: cast.appId,
      scopes: ["openid", `api://${cast.appId}/check`],
      resource: `api://${cast.appId}`,
      person: shortenUserName(cast.upn),
    },
    error: {
      code: 50076,
      oauthError: "invalid_grant",
      description,
      resource: "00000002-0000-0000-c000-000000000000",
      policyIds: [cast.policyId],
      traceId: cast.traceId,
    },
    steps: [
      {
        id: "request",
        title: "Password request",
        status: "ok",
        ms: 316,
        note: "Status 400 from login.microsoftonline.com.",
        request: {
          line: `POST https://login.microsoftonline.com/${cast.tenantId}/oauth2/v2.0/token`,
          headers: { "content-type": "application/x-www-form-urlencoded" },
          body: `grant_type=password&client_id=${cast.appId}&scope=openid+api%3A%2F%2F${cast.appId}%2Fcheck&username=${cast.upn.charAt(0)}…@contoso.com&password=masked`,
        },
        response: {
          line: "400 Bad Request",
          headers: {
            "content-type": "application/json",
            "x-ms-request-id": cast.traceId,
            "x-proxy": "proxy7.corp",
            "x-served-by": "Floor 7 of the Berlin office",
          },
          body: JSON.stringify({
            error: "invalid_grant",
            error_description: description,
            error_codes: [50076],
            trace_id: cast.traceId,
            claims: JSON.stringify({
              access_token: { capolids: { essential: true, values: [cast.policyId] } },
            }),
            custom: `for ${cast.upn}`,
          }),
        },
      },
    ],
  });
}

/** A login that worked, with tokens that name the person in every way tokens do. */
export function acceptedLogin(cast: Cast): LoginResult {
  const [givenName = "", familyName = ""] = cast.fullName.split(" ");
  return login({
    startedAt: "2026-11-23T09:38:00.000Z",
    asked: {
      host: `sso.${domainOf(cast)}:8443`,
      tenant: cast.tenantId,
      client: cast.appId,
      scopes: ["openid", "profile", `api://${cast.appId}/jamfconnect`],
      resource: cast.appId,
      redirectUri: `https://sso.${domainOf(cast)}/${cast.shortName}`,
      person: shortenUserName(cast.upn),
    },
    account: {
      shortName: cast.shortName,
      fullName: cast.fullName,
      role: "standard",
      because: {
        shortName: "It comes from the claim upn, up to the @.",
        role: "The claim roles does not contain MacAdmin.",
      },
      decidedBy: { shortName: ["upn"], fullName: ["name"], role: ["roles"] },
    },
    tokens: {
      id: {
        header: { alg: "RS256", kid: "k1" },
        claims: {
          aud: cast.appId,
          iss: `https://sts.windows.net/${cast.tenantId}/`,
          tid: cast.tenantId,
          oid: cast.objectId,
          upn: cast.upn,
          unique_name: cast.upn,
          name: cast.fullName,
          given_name: givenName,
          family_name: familyName,
          ipaddr: cast.address,
          groups: ["9b04d7e1-1234-4234-8234-123412341234", "Contoso Mac users"],
          roles: ["Staff"],
          exp: 1_795_464_026,
          department: `Sales of ${cast.fullName}`,
          employeeid: 4711,
          rh: "1.AQ4AIiIRETMzREQ=",
        },
        signature: "valid",
        checks: [
          {
            id: "issuer",
            title: "Issuer",
            outcome: "passed",
            detail: `iss is "https://sts.windows.net/${cast.tenantId}/", as the discovery document says.`,
          },
          {
            id: "audience",
            title: "Audience",
            outcome: "passed",
            detail: `aud is "${cast.appId}", the client id of the profile.`,
          },
        ],
        problems: [],
      },
    },
    steps: [
      {
        id: "account",
        title: "Account",
        status: "ok",
        ms: 1,
        note: `${cast.shortName}, ${cast.fullName}, standard.`,
      },
    ],
  });
}

/** A run with the settings of the profile it ran with. */
export function runOf(
  results: readonly LoginResult[],
  cast: Cast,
  change: Partial<RunRecord> = {},
): RunRecord {
  const settings = settingLines(settingLeaves(profileOf(cast)), () => "1");
  return record(results, { id: "0B0B0B0B-1111-4222-8333-444444444444", settings, ...change });
}

export function inputOf(cast: Cast, change: Partial<ReportInput> = {}): ReportInput {
  return {
    generatedAt: "2026-11-23T18:00:00.000Z",
    app: { version: "0.1.0", host: "browser" },
    identities: "masked",
    requestIds: "masked",
    runs: [
      { record: runOf([refusedCheck(cast)], cast), profileIsCurrent: true },
      { record: runOf([acceptedLogin(cast)], cast), profileIsCurrent: true },
    ],
    profile: {
      document: profileOf(cast),
      name: "Contoso staff.mobileconfig",
      signature: null,
      edited: false,
      practice: false,
      findings: [],
    },
    prediction: null,
    predictedScenario: null,
    ...change,
  };
}

/** The clean check that {@link refusedCheck} is compared with. */
export const cleanCheck = check;
