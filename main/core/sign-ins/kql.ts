import { isGuid } from "../guid.ts";
import { classRules, interruptCodes, type SignInClass, signInClasses } from "./sign-in-class.ts";

/**
 * The classification as a query for Log Analytics and Microsoft Sentinel: both tables of users' sign-ins, every class, every
 * code that has one. It names no column that only some rows have, so it runs over a tenant that never saw Jamf Connect.
 * https://learn.microsoft.com/azure/azure-monitor/reference/tables/signinlogs
 *
 * @param appIds application ids to narrow to; empty for all. Others than GUIDs are left out, and whoever asks refuses them before.
 * @param since milliseconds since 1970, included; null for the last 14 days
 */
export function kqlOf(appIds: readonly string[], since: number | null = null): string {
  const { codes, ranges } = classRules();
  const ids = appIds.filter((id) => isGuid(id)).map((id) => id.toLowerCase());
  const lines = [
    "// Sign-ins by what they mean for Jamf Connect. Written by Latchkey from its catalogue of error codes.",
    "// password-correct-mfa is no failure: the password was right, and only then was a second factor asked for.",
    `let interrupts = dynamic([${interruptCodes.join(", ")}]);`,
    "union isfuzzy=true SigninLogs, AADNonInteractiveUserSignInLogs",
    since === null
      ? "| where TimeGenerated > ago(14d)"
      : `| where TimeGenerated >= datetime(${new Date(since).toISOString()})`,
    ...(ids.length === 0 ? [] : [`| where tolower(AppId) in (${ids.map((id) => `"${id}"`).join(", ")})`]),
    "| extend Code = toint(ResultType)",
    "| extend Class = case(",
    ...signInClasses.flatMap((name) => codeLine(name, codes[name])),
    ...ranges.map(({ from, to, signInClass }) => `    Code between (${from} .. ${to}), "${signInClass}",`),
    '    "other")',
    '| extend RealFailure = Class !in ("success", "password-correct-mfa") and not(set_has_element(interrupts, Code))',
    "| summarize Rows = count(), RealFailures = countif(RealFailure), Users = dcount(UserPrincipalName), First = min(TimeGenerated), Last = max(TimeGenerated) by Class, Code",
    "| order by Rows desc",
  ];
  return `${lines.join("\n")}\n`;
}

function codeLine(name: SignInClass, list: readonly number[]): readonly string[] {
  return list.length === 0 ? [] : [`    Code in (${list.join(", ")}), "${name}",`];
}

/** Whether a row kept somebody out, as a SQL expression over columns `class` and `code`. */
export const sqlRealFailure = `(class NOT IN ('success', 'password-correct-mfa') AND code NOT IN (${interruptCodes.join(", ")}))`;
