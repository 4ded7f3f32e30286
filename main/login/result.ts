import type { Finding } from "../core/finding.ts";
import type { TestSettings } from "../core/profile/test-settings.ts";
import { maskValues } from "../core/redact/index.ts";
import { decide } from "../core/verdict/decide.ts";
import type { Ending } from "../core/verdict/ending.ts";
import { factorOf } from "../core/verdict/factor.ts";
import type { LoginResult } from "../core/verdict/login-result.ts";
import { runFindings } from "../core/verdict/run-findings.ts";
import type { Discovered } from "./discovery.ts";
import type { LoginContext } from "./ports.ts";
import type { Recorder } from "./recorder.ts";

/** What a run has collected on its way; whatever it did not reach stays as it was. */
export type Gathered = {
  discovered: Discovered | null;
  tokens: LoginResult["tokens"];
  account: LoginResult["account"];
  secondFactorSeen: boolean | null;
  sessionMayBeReused: boolean;
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
};

/** Puts the result together and masks every known secret in it once more, wherever a server may have repeated it. */
export function buildResult(parts: ResultParts): LoginResult {
  const { kind, settings, ending, gathered, recorder } = parts;
  const provider = settings.provider.value;
  const verdict = decide({ kind, provider, ending, successCodes: settings.successCodes.value });
  const tokens = ending.kind === "tokens-refused" ? ending.tokens : gathered.tokens;
  const factor = factorOf({
    kind,
    code: verdict.error?.code ?? null,
    succeeded: ending.kind === "tokens",
    amr: ending.kind === "tokens" ? amrOf(tokens) : null,
    secondFactorSeen: gathered.secondFactorSeen,
  });
  const result: LoginResult = {
    kind,
    provider: settings.providerAsWritten,
    settingsFrom: settings.from,
    startedAt: parts.startedAt,
    ...verdict,
    ...factor,
    account: gathered.account,
    tokens,
    steps: recorder.steps(),
    findings: findingsOf(parts),
  };
  // Masking only replaces text inside strings, so the shape stays that of a LoginResult.
  return maskValues(result, { hidden: recorder.known().hidden, userNames: [] }) as LoginResult;
}

function findingsOf({ kind, settings, ending, gathered, context }: ResultParts): readonly Finding[] {
  return runFindings({
    kind,
    settings,
    ending,
    entra: gathered.discovered?.address.entra ?? null,
    sessionMayBeReused: gathered.sessionMayBeReused,
    clockDifferenceMs: gathered.date === null ? null : Date.parse(gathered.date) - context.now(),
    idClaims: gathered.tokens.id?.claims ?? null,
  });
}

/** `amr` of a token whose signature was verified; nothing else counts as evidence. */
function amrOf(tokens: LoginResult["tokens"]): readonly string[] | null {
  const id = tokens.id?.signature === "valid" ? tokens.id.claims["amr"] : undefined;
  return Array.isArray(id) ? id.filter((method) => typeof method === "string") : null;
}
