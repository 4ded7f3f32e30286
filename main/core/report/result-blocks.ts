import type { LoginResult, Step } from "../login-result.ts";
import { durationText } from "../text/duration.ts";
import { stepTimes, stepWord } from "../verdict/step-words.ts";
import type { Block, Inline } from "./blocks.ts";
import { findingBlocks } from "./finding-blocks.ts";

/** One sign-in for reading: what it came to, what that rests on, what follows. */
export function resultBlocks(result: LoginResult): readonly Block[] {
  return [
    { kind: "heading", level: 3, text: result.kind === "oidc" ? "Login (OIDC)" : "Password check (ROPG)" },
    { kind: "paragraph", text: result.sentence },
    { kind: "table", head: ["Evidence", "Answer"], rows: evidence(result) },
    ...(result.error === null ? [] : [errorBlock(result.error)]),
    ...(result.account === null ? [] : accountBlocks(result.account)),
    ...predictionBlocks(result),
    ...findingBlocks("What follows from it", result.findings, 4),
    ...stepBlocks(result),
  ];
}

function evidence(result: LoginResult): readonly (readonly Inline[])[] {
  const { jamfConnect, error, signInLog, namedPolicies = [], asked } = result;
  const accepts = { true: "Accepts it", false: "Refuses it", null: "Not known" }[`${jamfConnect.accepts}`];
  const log = `${signInLog.status}${signInLog.errorCode === 0 ? "" : `, ${signInLog.errorCode}`}`;
  return [
    ["Jamf Connect", `${accepts} (${jamfConnect.certainty}). ${jamfConnect.why}`],
    ["Password", passwordText[result.passwordVerdict]],
    ["Factor", `${factorText[result.factor]}. ${result.factorEvidence}`],
    ...(error?.code === undefined ? [] : [["Code", { code: `AADSTS${error.code}` }]]),
    ...(namedPolicies.length === 0
      ? []
      : [["Policies named by the answer", namedPolicies.map(({ displayName }) => displayName).join(", ")]]),
    ["Sign-in log", `${log}. ${signInLog.note}`],
    ...logRowCells(signInLog),
    ...(asked.via === "direct" ? [] : [["Signed in through", viaText[asked.via]]]),
    ["Values from", result.settingsFrom === "login" ? "Login window" : "Menu bar / Self Service+"],
    ["Provider", { code: result.provider }],
    ["Time", timeText(result.steps)],
  ];
}

/** What the row in the log says beside its status, and what rows like it add up to. */
function logRowCells({ row, cost }: LoginResult["signInLog"]): readonly (readonly Inline[])[] {
  const requirement =
    row === undefined ? [] : [["Authentication requirement", requirementText[row.requirement]]];
  const detail = row === undefined || row.resultDetail === null ? [] : [["Result detail", row.resultDetail]];
  return [...requirement, ...detail, ...(cost === undefined ? [] : [["Cost", cost.sentence]])];
}

const requirementText = {
  "single-factor": "Single-factor authentication",
  multifactor: "Multifactor authentication",
} as const;

const viaText = { window: "The login window", browser: "The system's browser" } as const;

const passwordText = {
  correct: "Correct",
  wrong: "Wrong",
  "not-checked": "Not checked",
  unknown: "Not known",
} as const;

const factorText = { single: "One factor", multi: "MFA", unknown: "Not proven" } as const;

/** The time that compares stands first: how fast a person types tells nothing. */
function timeText(steps: readonly Step[]): string {
  const { total, waiting } = stepTimes(steps);
  if (waiting === 0) return durationText(total);
  return `${durationText(total - waiting)}, and ${durationText(waiting)} waiting for the person`;
}

function errorBlock(error: NonNullable<LoginResult["error"]>): Block {
  const lines = [
    `error: ${error.oauthError}`,
    ...(error.suberror === undefined ? [] : [`suberror: ${error.suberror}`]),
    ...(error.description === "" ? [] : [error.description]),
    ...(error.policyIds === undefined ? [] : [`policies named: ${error.policyIds.join(", ")}`]),
    ...(error.traceId === undefined ? [] : [`trace id: ${error.traceId}`]),
    ...(error.correlationId === undefined ? [] : [`correlation id: ${error.correlationId}`]),
    ...(error.timestamp === undefined ? [] : [`timestamp: ${error.timestamp}`]),
  ];
  return { kind: "code", caption: "The provider's answer", text: lines.join("\n") };
}

function predictionBlocks({ prediction }: LoginResult): readonly Block[] {
  if (prediction === undefined) return [];
  const names = prediction.policies.map((policy) => policy.displayName);
  return [
    { kind: "heading", level: 4, text: "Predicted from the policies" },
    { kind: "paragraph", text: prediction.text },
    ...(names.length === 0 ? [] : [{ kind: "list", ordered: false, items: names } as const]),
  ];
}

function accountBlocks(account: NonNullable<LoginResult["account"]>): readonly Block[] {
  const because = (field: string) => account.because[field] ?? "";
  return [
    { kind: "heading", level: 4, text: "Account on the Mac" },
    {
      kind: "table",
      head: ["Field", "Value", "Because"],
      rows: [
        ["Short name", { code: account.shortName }, because("shortName")],
        ["Full name", account.fullName, because("fullName")],
        ["Role", account.role === "admin" ? "Admin" : "Standard", because("role")],
      ],
    },
  ];
}

function stepBlocks(result: LoginResult): readonly Block[] {
  const { steps } = result;
  if (steps.length === 0) return [];
  return [
    { kind: "heading", level: 4, text: "Steps" },
    {
      kind: "table",
      head: ["Step", "Status", "Time", "Note"],
      rows: steps.map((step) => [
        step.title,
        stepWord(step, result),
        step.status === "skipped" ? "–" : durationText(step.ms),
        step.note ?? "",
      ]),
    },
  ];
}
