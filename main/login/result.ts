import type { Finding } from "../core/finding.ts";
import type { AccountPreview, LoginResult, TokenReport } from "../core/login-result.ts";
import type { TestSettings } from "../core/profile/test-settings.ts";
import { type KnownSecrets, maskKnown, maskValues, type Room } from "../core/redact/index.ts";
import { decide } from "../core/verdict/decide.ts";
import type { Ending } from "../core/verdict/ending.ts";
import { type FactorEvidence, factorOf } from "../core/verdict/factor.ts";
import { logCostOf, logRowOf } from "../core/verdict/log-row.ts";
import { runFindings } from "../core/verdict/run-findings.ts";
import type { SignInRow } from "../core/verdict/sign-in-row.ts";
import type { Verdict } from "../core/verdict/verdict.ts";
import { type AskedBy, askedOf } from "./asked.ts";
import type { Discovered } from "./discovery.ts";
import { longestName, longestSentence, maskEnding } from "./masked-ending.ts";
import type { LoginContext } from "./ports.ts";
import type { Recorder } from "./recorder.ts";

/** What a run has collected on its way; whatever it did not reach stays as it was. */
export type Gathered = {
  discovered: Discovered | null;
  tokens: LoginResult["tokens"];
  account: LoginResult["account"];
  secondFactorSeen: boolean | null;
  sessionMayBeReused: boolean;
  signInRow: SignInRow | null;
  /** Why the userinfo endpoint gave no claims although the profile wants them. */
  userInfoMissing: string | null;
  /** The client id that a practice tenant says it stands in for. */
  adoptedClient: string | null;
  /** `Date` header of the provider's last answer. */
  date: string | null;
};

export function emptyGathered(): Gathered {
  return {
    discovered: null,
    tokens: {},
    account: null,
    secondFactorSeen: null,
    sessionMayBeReused: false,
    signInRow: null,
    userInfoMissing: null,
    adoptedClient: null,
    date: null,
  };
}

export type ResultParts = {
  readonly kind: "ropg" | "oidc";
  readonly settings: TestSettings;
  readonly startedAt: string;
  readonly recorder: Recorder;
  readonly gathered: Gathered;
  readonly ending: Ending;
  readonly context: LoginContext;
  readonly correlationId: string;
  readonly askedBy: AskedBy;
};

/**
 * Puts the result together. Everything that a server wrote is masked once more, because it may have repeated a secret; the
 * app's own words are not, or a password like "wrong" would garble them and give itself away.
 */
export function buildResult(given: ResultParts): LoginResult {
  const { kind, settings, gathered, recorder } = given;
  const known = recorder.secrets();
  const ending = maskEnding(given.ending, known);
  const parts = { ...given, ending };
  const provider = settings.provider.value;
  const verdict = decide({ kind, provider, ending, successCodes: settings.successCodes.value });
  const tokens = ending.kind === "tokens-refused" ? ending.tokens : gathered.tokens;
  const factor = factorOf({
    ...factorEvidence(kind, ending, gathered),
    code: verdict.error?.code ?? null,
  });
  const shown = {
    ...(tokens.id === undefined ? {} : { id: maskToken(tokens.id, known) }),
    ...(tokens.access === undefined ? {} : { access: maskToken(tokens.access, known) }),
  };
  return {
    kind,
    provider: settings.providerAsWritten,
    asked: askedOf({ kind, settings, context: parts.context, tokens: shown, ...parts.askedBy }),
    settingsFrom: settings.from,
    startedAt: parts.startedAt,
    ...verdict,
    signInLog: { ...verdict.signInLog, ...correlated(parts), ...logOf(parts, verdict, factor.factor) },
    ...factor,
    account: gathered.account === null ? null : maskAccount(gathered.account, known),
    tokens: shown,
    steps: recorder.steps(),
    findings: findingsOf(parts, verdict, factor.factor).map((finding) => ({
      ...finding,
      detail: maskKnown(finding.detail, known, longestSentence * 2),
    })),
  };
}

/** The app's own words in it, `standard` for example, are not a server's text. */
function maskAccount(account: AccountPreview, known: KnownSecrets): AccountPreview {
  const { shortName, fullName, because, ...own } = account;
  const reasons = Object.entries(because).map(([field, reason]) => [
    field,
    maskKnown(reason, known, longestSentence),
  ]);
  return {
    ...own,
    shortName: maskKnown(shortName, known, longestName),
    fullName: maskKnown(fullName, known, longestName),
    because: Object.fromEntries(reasons),
  };
}

/** The largest honest token has 200 groups, which are 250 values and 9,000 characters. */
const claimRoom: Room = { characters: 64_000, values: 2_000, text: 2_000, name: 200 };

function maskToken(token: TokenReport, known: KnownSecrets): TokenReport {
  const detail = (text: string): string => maskKnown(text, known, longestSentence);
  return {
    claims: maskClaims(token.claims, known),
    header: maskClaims(token.header, known),
    signature: token.signature,
    checks: token.checks.map((check) => ({ ...check, detail: detail(check.detail) })),
    problems: token.problems.map(detail),
  };
}

function maskClaims(claims: TokenReport["claims"], known: KnownSecrets): TokenReport["claims"] {
  // Masking a JSON object gives a JSON object; its type is lost on the way.
  return maskValues(claims, known, claimRoom) as TokenReport["claims"];
}

function findingsOf(
  { kind, settings, ending, gathered, context }: ResultParts,
  verdict: Verdict,
  factor: LoginResult["factor"],
): readonly Finding[] {
  return runFindings({
    verdict,
    factor,
    kind,
    settings,
    ending,
    entra: gathered.discovered?.address.entra ?? null,
    sessionMayBeReused: gathered.sessionMayBeReused,
    clockDifferenceMs: gathered.date === null ? null : Date.parse(gathered.date) - context.now(),
    idClaims: gathered.tokens.id?.claims ?? null,
    account: gathered.account,
    userInfoMissing: gathered.userInfoMissing,
    adoptedClient: gathered.adoptedClient,
  });
}

/** What a run has gathered about its factors, but for the error that ended it. */
export function factorEvidence(
  kind: "ropg" | "oidc",
  ending: Ending,
  { tokens, secondFactorSeen, signInRow }: Gathered,
): Omit<FactorEvidence, "code"> {
  const succeeded = ending.kind === "tokens";
  return { kind, succeeded, amr: succeeded ? amrOf(tokens) : null, secondFactorSeen, signInRow };
}

/** What the log shows beside the status. */
function logOf(
  { kind, settings }: ResultParts,
  verdict: Verdict,
  factor: LoginResult["factor"],
): Pick<LoginResult["signInLog"], "row" | "cost"> {
  const row = logRowOf({ kind, provider: settings.provider.value, verdict, factor });
  const cost = logCostOf(kind, verdict, settings);
  return { ...(row === null ? {} : { row }), ...(cost === null ? {} : { cost }) };
}

/** The id under which Entra's log has the sign-in; left out where nothing was sent to Entra that could leave a row. */
function correlated({ gathered, ending, correlationId }: ResultParts): { correlationId?: string } {
  const reached = ending.kind === "tokens" || ending.kind === "tokens-refused";
  return reached && (gathered.discovered?.address.entra ?? null) !== null ? { correlationId } : {};
}

/** `amr` of a token whose signature was verified: the ID token (v1 format), else the access token of the tenant's own API. */
function amrOf(tokens: LoginResult["tokens"]): readonly string[] | null {
  for (const token of [tokens.id, tokens.access]) {
    const amr = token?.signature === "valid" ? token.claims["amr"] : undefined;
    if (Array.isArray(amr)) return amr.filter((method) => typeof method === "string");
  }
  return null;
}
