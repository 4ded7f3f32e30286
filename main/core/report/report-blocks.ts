import { isTenantAnswer } from "../history/index.ts";
import type { Block, Inline } from "./blocks.ts";
import { dateText } from "./date-text.ts";
import { findingBlocks } from "./finding-blocks.ts";
import { rawBlocks } from "./raw-blocks.ts";
import type { ReportData, ReportPrediction, ReportProfile, ReportRun } from "./report-data.ts";
import { resultBlocks } from "./result-blocks.ts";

/** The report in reading order: the verdict, what it rests on, the profile, and what was not done. */
export function reportBlocks(data: ReportData): readonly Block[] {
  return [
    { kind: "heading", level: 1, text: "Jamf Connect login report" },
    { kind: "verdict", ...data.verdict },
    ...(data.comparison === null ? [] : [{ kind: "paragraph", text: data.comparison } as const]),
    ...data.runs.flatMap(runBlocks),
    ...(data.prediction === null ? [] : predictionBlocks(data.prediction)),
    ...(data.profile === null ? [] : profileBlocks(data.profile, data.runs[0]?.profileIsCurrent ?? true)),
    { kind: "heading", level: 2, text: "What was not done" },
    { kind: "list", ordered: false, items: data.notDone },
    { kind: "heading", level: 2, text: "About this report" },
    { kind: "table", head: ["About", "This report"], rows: about(data) },
    ...rawData(data.runs),
  ];
}

/** Last, because few readers need it and it is long. */
function rawData(runs: readonly ReportRun[]): readonly Block[] {
  const sections = runs.flatMap((run) =>
    run.results.flatMap((result) => {
      const raw = rawBlocks(result);
      return raw.length === 0
        ? []
        : [{ kind: "heading", level: 3, text: rawTitle(run, result.kind) } as const, ...raw];
    }),
  );
  return sections.length === 0 ? [] : [{ kind: "heading", level: 2, text: "Raw data" }, ...sections];
}

function rawTitle(run: ReportRun, kind: "oidc" | "ropg"): string {
  return `${kind === "oidc" ? "Login" : "Password check"}, ${run.name}, ${dateText(run.startedAt)}`;
}

function runBlocks(run: ReportRun): readonly Block[] {
  const marks = [
    ...(run.practice ? ["Practice"] : []),
    ...(run.kept ? ["Kept run, its labels are its own"] : []),
    ...(run.profileIsCurrent === false ? ["The profile has changed since"] : []),
  ];
  return [
    { kind: "heading", level: 2, text: run.name },
    {
      kind: "paragraph",
      text: [dateText(run.startedAt), run.label, ...marks].map((mark) => `${mark}.`).join(" "),
    },
    ...(run.paired === null
      ? []
      : [
          { kind: "paragraph", text: run.paired.sentence } as const,
          {
            kind: "table",
            head: ["Both together", "Answer"],
            rows: pairedRows(run.paired, run.results),
          } as const,
          { kind: "list", ordered: false, items: run.paired.evidence } as const,
          ...baselineBlocks(run.paired.baselineScopes),
          ...findingBlocks("What both show together", run.paired.findings, 3),
        ]),
    ...run.results.flatMap(resultBlocks),
  ];
}

function pairedRows(
  paired: NonNullable<ReportRun["paired"]>,
  results: ReportRun["results"],
): readonly (readonly Inline[])[] {
  const check = results.find(({ kind }) => kind === "ropg");
  // A wrong password or no network would be the same with any set-up: neither clean nor unclean.
  const isTold = check === undefined || isTenantAnswer(check);
  return [
    ["Login demands MFA", { yes: "Yes", no: "No", "not-proven": "Not proven" }[paired.loginMfa]],
    ["Password check is clean", paired.checkClean ? "Yes" : isTold ? "No" : "Not proven"],
    ...(paired.recipe === null ? [] : [["Recipe", { code: paired.recipe }]]),
  ];
}

const settingWords = { enforced: "Enforced", legacy: "Legacy", placeholder: "Placeholder app" } as const;
const loginText = { mfa: "MFA", "no-mfa": "No MFA", blocked: "Blocked", depends: "Depends" } as const;
const checkText = { ...loginText, "no-mfa": "Clean" } as const;

function baselineBlocks(rows: NonNullable<ReportRun["paired"]>["baselineScopes"]): readonly Block[] {
  if (rows.length === 0) return [];
  return [
    {
      kind: "table",
      head: ["Basic scopes", "Login", "Check"],
      rows: rows.map(({ setting, isCurrent, login, check }) => [
        `${settingWords[setting]}${isCurrent ? " (judged under this)" : ""}`,
        loginText[login],
        checkText[check],
      ]),
    },
  ];
}

const signInWords = { "login-window": "Login window", "password-check": "Password check" } as const;

function predictionBlocks(prediction: ReportPrediction): readonly Block[] {
  return [
    { kind: "heading", level: 2, text: "Predicted from the policies" },
    ...(prediction.signIns.length > 0
      ? []
      : [{ kind: "paragraph", text: "No policy applies to the sign-ins of this profile." } as const]),
    {
      kind: "paragraph",
      text: `Recipe that the policies follow: ${prediction.recipe ?? "none of the known ones"}.`,
    },
    ...prediction.signIns.flatMap((signIn): readonly Block[] => [
      { kind: "heading", level: 3, text: signInWords[signIn.id] },
      { kind: "paragraph", text: signIn.verdict.text },
      { kind: "paragraph", text: `Evaluated on ${signIn.resourceName} (${signIn.resource}).` },
      {
        kind: "table",
        head: ["Policy", "State", "Applies", "Effect", "Because"],
        rows: signIn.policies.map((policy) => [
          policy.displayName,
          policy.state ?? "not given",
          policy.applies,
          policy.effect,
          policy.because.join(" "),
        ]),
      },
    ]),
  ];
}

/** @param isOfNewest whether the newest run ran with these settings */
function profileBlocks(profile: ReportProfile, isOfNewest: boolean): readonly Block[] {
  const signature = profile.signature === null ? "Not signed" : `Signature ${profile.signature}`;
  const facts = [
    profile.name,
    profile.format,
    signature,
    ...(profile.edited ? ["Edited and not saved"] : []),
    ...(profile.practice ? ["Made by the practice tenant"] : []),
  ];
  return [
    { kind: "heading", level: 2, text: isOfNewest ? "Profile" : "Profile as it is now" },
    ...(isOfNewest
      ? []
      : [{ kind: "paragraph", text: "The newest run ran with other settings than these." } as const]),
    { kind: "paragraph", text: facts.map((fact) => `${fact}.`).join(" ") },
    ...findingBlocks("Findings of the profile", profile.findings ?? [], 3),
    {
      kind: "details",
      summary: `Settings, ${profile.settings.length}`,
      blocks: [
        {
          kind: "table",
          head: ["Domain", "Key", "Value"],
          rows: profile.settings.map(({ domain, keyPath, value, kind }) => [
            { code: domain ?? "" },
            { code: keyPath },
            kind === "secret" ? "A secret, left out" : { code: value },
          ]),
        },
      ],
    },
  ];
}

function about(data: ReportData): readonly (readonly Inline[])[] {
  const masked =
    "People, tenants, applications, ids, addresses and hosts are labels; the same label is the same thing throughout. Names of policies and roles stay, but for known names in them.";
  return [
    ["Written", dateText(data.generatedAt)],
    ["By", `${data.app.name} ${data.app.version}, ${data.app.host}`],
    ["Identities", data.identities === "masked" ? masked : "Shown. Handle this report as confidential."],
    ["Trace and correlation ids", data.requestIds === "masked" ? "Labels" : "Shown"],
    ["Secrets", "Passwords, tokens, client secrets and licences are left out."],
  ];
}
