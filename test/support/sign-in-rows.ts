/** A row of a sign-in log as tests make it; every form of the log is written from these. */
export type TestRow = {
  readonly id: string;
  readonly at: string;
  readonly code: number;
  readonly user: string;
  readonly appId: string;
  readonly protocol: string;
  readonly requirement: "singleFactorAuthentication" | "multiFactorAuthentication";
  readonly reason: string;
  readonly correlationId: string;
  readonly policy: string | null;
  readonly policyResult: string;
  readonly riskState: string;
  readonly interactive: boolean;
};

export const jamfApp = "0a0a0a0a-1111-4222-8333-444455556666";

const hex = (value: number) => value.toString(16).padStart(8, "0");

/** A row with what is said of it and something for the rest. */
export function testRow(number: number, over: Partial<TestRow> = {}): TestRow {
  return {
    id: `${hex(number)}-1111-4111-8111-111111111111`,
    at: new Date(Date.UTC(2026, 10, 9) + number * 60_000).toISOString(),
    code: 0,
    user: `person${number % 5}@contoso.com`,
    appId: jamfApp,
    protocol: (over.code ?? 0) === 0 ? "ropc" : "none",
    requirement: "singleFactorAuthentication",
    reason: 'Some, "text"; with\nmarks and \u00fc',
    correlationId: `${hex(number)}-2222-4222-8222-222222222222`,
    policy: null,
    policyResult: "failure",
    riskState: "none",
    interactive: true,
    ...over,
  };
}

/** As Microsoft Graph (beta) and the portal write it. */
export function graphRow(row: TestRow): Readonly<Record<string, unknown>> {
  return {
    id: row.id,
    createdDateTime: row.at,
    userPrincipalName: row.user,
    userDisplayName: row.user.split("@")[0],
    userId: `user-${row.user}`,
    appId: row.appId,
    appDisplayName: "Jamf Connect",
    ipAddress: "203.0.113.7",
    clientAppUsed: "Mobile Apps and Desktop clients",
    correlationId: row.correlationId,
    conditionalAccessStatus: row.policy === null ? "notApplied" : "failure",
    isInteractive: row.interactive,
    riskState: row.riskState,
    resourceDisplayName: "Microsoft Graph",
    authenticationProtocol: row.protocol,
    authenticationRequirement: row.requirement,
    status: { errorCode: row.code, failureReason: row.reason, additionalDetails: null },
    location: { city: "Utrecht", state: "Utrecht", countryOrRegion: "NL" },
    deviceDetail: { operatingSystem: "MacOs", browser: "Safari" },
    appliedConditionalAccessPolicies:
      row.policy === null
        ? []
        : [{ id: `id-${row.policy}`, displayName: row.policy, result: row.policyResult }],
    authenticationProcessingDetails: [{ key: "Oauth Scope Info", value: '["openid"]' }],
  };
}

/** As Azure Monitor writes it, to event hubs and storage accounts. */
export function monitorRow(row: TestRow): Readonly<Record<string, unknown>> {
  return {
    time: row.at,
    operationName: "Sign-in activity",
    category: row.interactive ? "SignInLogs" : "NonInteractiveUserSignInLogs",
    resultType: String(row.code),
    resultDescription: row.reason,
    callerIpAddress: "203.0.113.7",
    correlationId: row.correlationId,
    Level: row.code % 2 === 0 ? 4 : "4",
    location: "NL",
    properties: {
      ...graphRow(row),
      conditionalAccessAudiences: [{ applicationId: "x", audienceReasons: "none" }],
    },
  };
}

/** As a table of Log Analytics holds it: objects stand there as text. */
export function tableRow(row: TestRow): Readonly<Record<string, unknown>> {
  const graph = graphRow(row);
  return {
    TimeGenerated: row.at,
    Category: row.interactive ? "SignInLogs" : "NonInteractiveUserSignInLogs",
    ResultType: String(row.code),
    ResultDescription: row.reason,
    Id: row.id,
    CorrelationId: row.correlationId,
    UserPrincipalName: row.user,
    AppId: row.appId.toUpperCase(),
    AppDisplayName: "Jamf Connect",
    IPAddress: "203.0.113.7",
    Location: "NL",
    IsInteractive: row.interactive,
    AuthenticationProtocol: row.protocol,
    AuthenticationRequirement: row.requirement,
    ConditionalAccessPolicies: JSON.stringify(graph["appliedConditionalAccessPolicies"]),
    LocationDetails: JSON.stringify(graph["location"]),
    DeviceDetail: JSON.stringify(graph["deviceDetail"]),
    Status: JSON.stringify(graph["status"]),
    RiskState: row.riskState,
    Type: row.interactive ? "SigninLogs" : "AADNonInteractiveUserSignInLogs",
  };
}

/** The header of the portal's CSV download, with its odd blanks and the column that is there twice. */
export const portalHeader =
  "Date (UTC),Request ID,User agent,Correlation ID,User ID,User,Username,User type,Cross tenant access type,Incoming token type,Authentication Protocol,Unique token identifier,Original transfer method,Client credential type,Token Protection - Sign In Session,Token Protection - Sign In Session StatusCode,Application,Application ID ,App owner tenant ID,Resource,Resource ID ,Resource tenant ID,Resource owner tenant ID,Home tenant ID,Home tenant name,IP address,Location,Status,Sign-in error code,Failure reason,Client app,Device ID,Browser,Operating System,Compliant,Managed,Join Type,Multifactor authentication result,Multifactor authentication auth method,Multifactor authentication auth detail,Authentication requirement,Sign-in identifier,Session ID,IP address (seen by resource),Through Global Secure Access,Global Secure Access IP address,Autonomous system  number,Flagged for review,Token issuer type,Incoming token type,Token issuer name,Latency,Conditional Access,Managed Identity type,Associated Resource Id,Federated Token Id,Federated Token Issuer";

export function portalCsv(rows: readonly TestRow[], header: string = portalHeader): string {
  const names = portalHeader.split(",");
  const lines = rows.map((row) => {
    const cells: Readonly<Record<string, string>> = {
      "Date (UTC)": row.at.replace(/\.\d+Z/, "Z"),
      "Request ID": row.id,
      "Correlation ID": row.correlationId,
      "User ID": "0b0b0b0b-1111-4222-8333-444455556666",
      User: row.user.split("@")[0] ?? "",
      Username: row.user,
      "Authentication Protocol": row.protocol,
      Application: "Jamf Connect",
      "Application ID ": row.appId,
      Resource: "Microsoft\u00a0Graph",
      "Resource ID ": "00000003-0000-0000-c000-000000000000",
      "IP address": "203.0.113.7",
      Location: "Utrecht, Utrecht, NL",
      Status: row.code === 0 ? "Success" : "Failure",
      "Sign-in error code": row.code === 0 ? "" : `${row.code}\u00a0`,
      "Failure reason": row.reason,
      "Authentication requirement":
        row.requirement === "multiFactorAuthentication"
          ? "Multifactor authentication"
          : "Single-factor authentication",
      "Conditional Access": row.policy === null ? "Not Applied" : "Failure",
    };
    return names.map((name) => quote(cells[name] ?? "")).join(",");
  });
  return `${[header, ...lines].join("\n")}\n`;
}

/** A table of Log Analytics as its portal exports it, dates as a browser in the United States writes them. */
export function tableCsv(rows: readonly TestRow[]): string {
  const [first] = rows;
  const names = first === undefined ? [] : Object.keys(tableRow(first));
  const lines = rows.map((row) => {
    const cells = { ...tableRow(row), TimeGenerated: usDate(row.at) };
    return names.map((name) => quote(String((cells as Record<string, unknown>)[name] ?? ""))).join(",");
  });
  const header = names.map((name) => (name === "TimeGenerated" ? "TimeGenerated [UTC]" : name));
  return `${[header.join(","), ...lines].join("\r\n")}\r\n`;
}

function usDate(iso: string): string {
  const time = new Date(iso);
  const hour = time.getUTCHours();
  const two = (value: number) => String(value).padStart(2, "0");
  return `${time.getUTCMonth() + 1}/${time.getUTCDate()}/${time.getUTCFullYear()}, ${hour % 12 === 0 ? 12 : hour % 12}:${two(time.getUTCMinutes())}:${two(time.getUTCSeconds())}.${String(time.getUTCMilliseconds()).padStart(3, "0")}\u202f${hour < 12 ? "AM" : "PM"}`;
}

function quote(cell: string): string {
  return /[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
