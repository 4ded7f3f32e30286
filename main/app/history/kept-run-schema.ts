import { z } from "../../../preload/inputs/zod.ts";
import type { RunRecord } from "../../core/history/index.ts";
import type { Asked, TokenCheck } from "../../core/login-result.ts";
import { askedInOldRun, type OldResult } from "./asked-in-old-run.ts";

/** Longest text in a kept run; the longest there are, bodies of exchanges, are cut at 8000 characters before. */
const text = z.string().max(20_000);
const short = z.string().max(1000);
const certainty = z.enum(["documented", "inferred"]);

const tri = z.enum(["yes", "no", "depends"]);

const exchange = z.object({ line: text, headers: z.record(short, text), body: text });

const step = z.object({
  id: short,
  title: short,
  status: z.enum(["ok", "failed", "skipped"]),
  ms: z.number().nonnegative(),
  waitedMs: z.number().nonnegative().exactOptional(),
  note: text.exactOptional(),
  request: exchange.exactOptional(),
  response: exchange.exactOptional(),
});

const loginError = z.object({
  code: z.number().int().exactOptional(),
  name: short.exactOptional(),
  oauthError: short,
  suberror: short.exactOptional(),
  description: text,
  policyIds: z.array(short).max(200).exactOptional(),
  resource: short.exactOptional(),
  traceId: short.exactOptional(),
  correlationId: short.exactOptional(),
  timestamp: short.exactOptional(),
});

const tokenCheck = z.object({
  id: short,
  title: short,
  outcome: z.enum(["passed", "failed", "not-made"]),
  detail: text,
});

/** Runs that were kept before checks were listed have problems only: each was a check that failed. */
const token = z
  .object({
    claims: z.record(short, z.json()),
    header: z.record(short, z.json()),
    signature: z.enum(["valid", "invalid", "unchecked"]),
    checks: z.array(tokenCheck).max(100).exactOptional(),
    problems: z.array(text).max(100),
  })
  .transform(({ checks, ...report }) => ({ ...report, checks: checks ?? report.problems.map(failedCheck) }));

function failedCheck(detail: string, index: number): TokenCheck {
  return { id: `check-${index + 1}`, title: "A check", outcome: "failed", detail };
}

const claimNames = z.array(short).max(20);

const finding = z.object({
  rule: short,
  severity: z.enum(["error", "warning", "info"]),
  certainty,
  title: text,
  detail: text,
  where: z.object({
    domain: short.exactOptional(),
    keyPath: short.exactOptional(),
    policyId: short.exactOptional(),
    step: short.exactOptional(),
    row: short.exactOptional(),
  }),
  fix: z
    .strictObject({ label: text, steps: z.array(text).max(100), link: text.exactOptional() })
    .exactOptional(),
  source: text.exactOptional(),
});

const baselineCell = z.enum(["mfa", "no-mfa", "blocked", "depends"]);

const policyNames = z.array(z.object({ id: short, displayName: short })).max(2000);

const asked: z.ZodType<Asked> = z.object({
  host: short,
  tenant: short.nullable(),
  client: short,
  scopes: z.array(short).max(500),
  resource: short.nullable(),
  redirectUri: short.nullable(),
  person: short.nullable(),
  scenario: short.nullable(),
  via: z.enum(["window", "browser", "direct"]),
});

/** Runs that were kept before results said what they asked have no `asked`, and a login has `through` instead. */
const loginResult: z.ZodType<OldResult & { readonly asked?: Asked }> = z.object({
  kind: z.enum(["ropg", "oidc"]),
  provider: short,
  asked: asked.exactOptional(),
  settingsFrom: z.enum(["login", "menu-bar"]),
  startedAt: z.iso.datetime(),
  outcome: z.enum([
    "succeeded",
    "password-correct",
    "password-wrong",
    "password-expired",
    "blocked",
    "account",
    "misconfigured",
    "unreachable",
    "cancelled",
    "unclear",
  ]),
  sentence: text,
  passwordVerdict: z.enum(["correct", "wrong", "not-checked", "unknown"]),
  jamfConnect: z.object({ accepts: z.boolean().nullable(), certainty, why: text }),
  factor: z.enum(["single", "multi", "unknown"]),
  factorEvidence: text,
  error: loginError.nullable(),
  signInLog: z.object({
    status: z.enum(["Success", "Failure", "Interrupted"]),
    errorCode: z.number().int(),
    note: text,
    correlationId: short.exactOptional(),
    row: z
      .object({
        requirement: z.enum(["single-factor", "multifactor"]),
        resultDetail: text.nullable(),
        certainty,
      })
      .exactOptional(),
    cost: z.object({ rowsPerMacAndDay: z.number().nonnegative(), sentence: text }).exactOptional(),
  }),
  account: z
    .strictObject({
      shortName: short,
      fullName: short,
      role: z.enum(["admin", "standard"]),
      because: z.record(short, text),
      decidedBy: z
        .strictObject({ shortName: claimNames, fullName: claimNames, role: claimNames })
        .default({ shortName: [], fullName: [], role: [] }),
    })
    .nullable(),
  tokens: z.object({ id: token.exactOptional(), access: token.exactOptional() }),
  steps: z.array(step).max(100),
  findings: z.array(finding).max(200),
  prediction: z
    .object({
      mfa: tri,
      blocked: tri,
      text,
      policies: policyNames,
      spared: policyNames.exactOptional(),
    })
    .exactOptional(),
  namedPolicies: policyNames.exactOptional(),
  through: z.enum(["window", "browser"]).exactOptional(),
});

/** The shape of a kept run. Members that this version does not know are left out, so that a newer one can add some. */
export const keptRun: z.ZodType<RunRecord> = z
  .object({
    id: z.uuid(),
    kind: z.enum(["ropg", "oidc", "both"]),
    startedAt: z.iso.datetime(),
    documentKey: z.hex().max(128),
    profileFingerprint: z.hex().max(128),
    settings: z
      .array(
        z.object({
          domain: short.nullable(),
          keyPath: short,
          value: text,
          kind: z.enum(["plain", "masked", "secret"]),
        }),
      )
      .max(5000),
    practice: z.boolean(),
    scenario: short.nullable(),
    // Runs that were kept before have the name alone.
    scenarioTitle: short.nullable().default(null),
    results: z.array(loginResult).min(1).max(2),
    paired: z
      .strictObject({
        loginMfa: z.enum(["yes", "no", "not-proven"]),
        checkClean: z.boolean(),
        recipe: short.nullable(),
        sentence: text,
        evidence: z.array(text).max(100),
        findings: z.array(finding).max(200),
        // Runs that were kept before there was such a table have none.
        baselineScopes: z
          .array(
            z.object({
              setting: z.enum(["enforced", "legacy", "placeholder"]),
              isCurrent: z.boolean(),
              login: baselineCell,
              check: baselineCell,
            }),
          )
          .max(3)
          .default([]),
      })
      .nullable(),
    masked: z.literal(true),
  })
  .transform(({ results, ...run }) => ({
    ...run,
    results: results.map(({ asked, through, ...result }) => ({
      ...result,
      asked:
        asked ?? askedInOldRun({ ...result, ...(through === undefined ? {} : { through }) }, run.scenario),
    })),
  }));
