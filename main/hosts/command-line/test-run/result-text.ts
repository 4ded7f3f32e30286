import type { LoginResult } from "../../../core/login-result.ts";
import { durationText } from "../../../core/text/duration.ts";
import { stepWord, waitsForPerson } from "../../../core/verdict/step-words.ts";
import { type Looks, severityLooks } from "../colours.ts";
import { oneLine } from "../text.ts";

/** How lines of a result look in colour. */
export const runLooks: Looks["lines"] = [
  ...severityLooks,
  [/^failed\b/, "bad"],
  [/^accepted error\b/, "unsure"],
  [/^Jamf Connect: (?=accepts)\w+/, "good"],
  [/^Jamf Connect: (?=does not accept)[\w ]+(?= this)/, "bad"],
];

/** The verdict of one result by what Jamf Connect does with it. */
export function resultLooks({ jamfConnect: { accepts } }: LoginResult): Looks {
  return { head: accepts === null ? "unsure" : accepts ? "good" : "bad", lines: runLooks };
}

/** A result for people: the verdict first, then what Jamf Connect does, then the evidence. */
export function resultText(result: LoginResult): string {
  const lines = [
    result.sentence,
    ...askedLines(result),
    `Jamf Connect: ${acceptance(result)} (${result.jamfConnect.certainty}). ${result.jamfConnect.why}`,
    `Factors: ${result.factor}. ${result.factorEvidence}`,
    ...errorLines(result),
    ...accountLines(result),
    "",
    ...result.steps.map(
      (step) =>
        `${stepWord(step, result).toLowerCase().padEnd(15)}${step.title}${stepTime(step)}${step.note === undefined ? "" : `: ${step.note}`}`,
    ),
    "",
    ...result.findings.flatMap((finding) => [
      `${finding.severity}: ${finding.title} ${finding.detail}`,
      ...fixLines(finding.fix),
    ]),
  ];
  return `${lines.map(oneLine).join("\n")}\n`;
}

/** How long a step took, and whose time it was where that was the person's; nothing of a step that was not made. */
function stepTime(step: LoginResult["steps"][number]): string {
  if (step.status === "skipped") return "";
  return `, ${durationText(step.ms)}${waitsForPerson(step) ? " waiting for the person" : ""}`;
}

/** Whom the run asked, for whom and how; nothing where its settings lead nowhere. */
function askedLines({ asked }: LoginResult): readonly string[] {
  if (asked.host === "") return [];
  const parts = [
    asked.host,
    ...(asked.tenant === null ? [] : [`tenant ${asked.tenant}`]),
    ...(asked.client === "" ? [] : [`client ${asked.client}`]),
    ...(asked.scopes.length === 0 ? [] : [`scopes ${asked.scopes.join(" ")}`]),
    ...(asked.person === null ? [] : [`for ${asked.person}`]),
    viaText[asked.via],
  ];
  return [`Asked: ${parts.join(", ")}.`];
}

const viaText = {
  window: "through the login window",
  browser: "through a browser",
  direct: "with the password alone",
} as const;

function acceptance({ jamfConnect, kind }: LoginResult): string {
  if (jamfConnect.accepts === null) return "not known whether it accepts this";
  const what = kind === "ropg" ? "this as a good password check" : "this login";
  return jamfConnect.accepts ? `accepts ${what}` : `does not accept ${what}`;
}

function errorLines({ error, signInLog }: LoginResult): readonly string[] {
  if (error === null) return [];
  const code = error.code === undefined ? error.oauthError : `AADSTS${error.code}`;
  const ids = error.correlationId === undefined ? "" : ` Correlation ID ${error.correlationId}.`;
  return [
    `Code: ${code}${error.name === undefined ? "" : ` (${error.name})`}. ${error.description}${ids}`,
    `Sign-in log: ${signInLog.status}, ${signInLog.errorCode}. ${[signInLog.note, signInLog.cost?.sentence ?? ""].join(" ").trimEnd()}`,
  ];
}

function accountLines({ account }: LoginResult): readonly string[] {
  if (account === null) return [];
  return [
    `Account: ${account.shortName}, ${account.fullName}, ${account.role}. ${account.because["role"] ?? ""}`,
  ];
}

function fixLines(fix: LoginResult["findings"][number]["fix"]): readonly string[] {
  if (fix === undefined || "patch" in fix) return [];
  return fix.steps.map((step) => `  - ${step}`);
}
