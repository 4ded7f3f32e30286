import { closeSync, openSync, writeSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

const codes = [0, 0, 0, 50076, 50076, 50076, 50126, 50053, 53003, 700016];
const hex = (value) => value.toString(16).padStart(8, "0");

/** A row as the Entra admin center downloads it, of the size that real ones have (1.5 kB). */
function graphRow(number) {
  const code = codes[number % codes.length];
  const at = new Date(Date.UTC(2026, 10, 9) + number * 6000).toISOString();
  return JSON.stringify({
    id: `${hex(number)}-1111-4111-8111-111111111111`,
    createdDateTime: at,
    userDisplayName: `Person ${number % 997}`,
    userPrincipalName: `person${number % 997}@contoso.com`,
    userId: `${hex(number % 997)}-2222-4222-8222-222222222222`,
    appId: "0a0a0a0a-1111-4222-8333-444455556666",
    appDisplayName: "Jamf Connect",
    ipAddress: `203.0.113.${number % 250}`,
    clientAppUsed: "Mobile Apps and Desktop clients",
    correlationId: `${hex(number)}-3333-4333-8333-333333333333`,
    conditionalAccessStatus: code === 50076 ? "failure" : "notApplied",
    isInteractive: true,
    riskDetail: "none",
    riskLevelDuringSignIn: "none",
    riskState: "none",
    resourceDisplayName: "Microsoft Graph",
    resourceId: "00000003-0000-0000-c000-000000000000",
    authenticationRequirement: code === 50076 ? "multiFactorAuthentication" : "singleFactorAuthentication",
    authenticationProtocol: code === 0 ? "ropc" : "none",
    status: {
      errorCode: code,
      failureReason: "A reason of usual length, as the log writes it.",
      additionalDetails: null,
    },
    deviceDetail: { deviceId: "", operatingSystem: "MacOs", browser: "Safari", isCompliant: false },
    location: { city: "Utrecht", state: "Utrecht", countryOrRegion: "NL" },
    appliedConditionalAccessPolicies:
      code === 50076
        ? [{ id: "p1", displayName: "CA003", enforcedGrantControls: ["Mfa"], result: "failure" }]
        : [],
    authenticationDetails: [
      { authenticationStepDateTime: at, authenticationMethod: "Password", succeeded: code === 0 },
    ],
    authenticationProcessingDetails: [{ key: "Oauth Scope Info", value: '["openid","profile"]' }],
  });
}

const portalHeader =
  "Date (UTC),Request ID,Correlation ID,User,Username,Authentication Protocol,Application,Application ID ,IP address,Location,Status,Sign-in error code,Failure reason,Authentication requirement,User agent";

function csvRow(number) {
  const code = codes[number % codes.length];
  const at = new Date(Date.UTC(2026, 10, 9) + number * 6000).toISOString();
  return `${at},${hex(number)}-1111-4111-8111-111111111111,${hex(number)}-3333-4333-8333-333333333333,Person ${number % 997},person${number % 997}@contoso.com,ropc,Jamf Connect,0a0a0a0a-1111-4222-8333-444455556666,203.0.113.${number % 250},"Utrecht, Utrecht, NL",${code === 0 ? "Success" : "Failure"},${code},"A reason, as the log writes it.",Single-factor authentication,"${"Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7), ".repeat(20)}"`;
}

/** The forms in which the same rows are measured. */
export const forms = ["array", "envelope", "lines", "csv", "mark", "gzip"];

/** Writes a log of so many rows and returns its path. */
export function writeLog(folder, form, rows) {
  const path = join(
    folder,
    `${form}-${rows}${form === "csv" ? ".csv" : ".json"}${form === "gzip" ? ".gz" : ""}`,
  );
  const file = openSync(path, "w");
  const [before, between, after] = {
    array: ["[", ",\n", "]"],
    mark: ["\ufeff[", ",\n", "]"],
    gzip: ["[", ",\n", "]"],
    envelope: ['{"@odata.context":"x","value":[', ",\n", '],"@odata.nextLink":"https://graph.example"}'],
    lines: ["", "\n", "\n"],
    csv: [`${portalHeader}\n`, "\n", "\n"],
  }[form];
  const write = (text) => writeSync(file, form === "gzip" ? gzipSync(text) : text);
  const row = form === "csv" ? csvRow : graphRow;
  for (let start = 0; start < rows; start += 5000) {
    const count = Math.min(5000, rows - start);
    const text = Array.from({ length: count }, (_, index) => row(start + index)).join(between);
    write(`${start === 0 ? before : between}${text}`);
  }
  write(after);
  closeSync(file);
  return path;
}
