import type { Finding } from "../finding.ts";
import type { Asked, LoginError, LoginResult, PolicyName, Step, TokenReport } from "../login-result.ts";
import type { Mask } from "./mask.ts";
import { maskExchangeIdentities, maskJsonIdentities } from "./mask-exchange.ts";
import { plainText } from "./plain-text.ts";

/**
 * A result with labels for everybody and everything that it names; its shape stays. Every member is written down, so
 * that one which is added later is left out until somebody decides how it is masked.
 */
export function maskResult(result: LoginResult, mask: Mask): LoginResult {
  const { jamfConnect, prediction, namedPolicies } = result;
  const { id, access } = result.tokens;
  return {
    kind: result.kind,
    provider: mask.text(result.provider),
    asked: maskAsked(result.asked, mask),
    settingsFrom: result.settingsFrom,
    startedAt: result.startedAt,
    outcome: result.outcome,
    sentence: mask.text(result.sentence),
    passwordVerdict: result.passwordVerdict,
    jamfConnect: {
      accepts: jamfConnect.accepts,
      certainty: jamfConnect.certainty,
      why: mask.text(jamfConnect.why),
    },
    factor: result.factor,
    factorEvidence: mask.text(result.factorEvidence),
    error: result.error === null ? null : maskError(result.error, mask),
    signInLog: maskSignInLog(result.signInLog, mask),
    account: result.account === null ? null : maskAccount(result.account, mask),
    tokens: {
      ...(id === undefined ? {} : { id: maskToken(id, mask) }),
      ...(access === undefined ? {} : { access: maskToken(access, mask) }),
    },
    steps: result.steps.map((step) => maskStep(step, mask)),
    findings: result.findings.map((finding) => maskFinding(finding, mask)),
    ...(prediction === undefined ? {} : { prediction: maskPrediction(prediction, mask) }),
    ...(namedPolicies === undefined ? {} : { namedPolicies: maskPolicies(namedPolicies, mask) }),
  };
}

function maskAsked(asked: Asked, mask: Mask): Asked {
  const { tenant, resource, redirectUri, person } = asked;
  return {
    host: maskHost(asked.host, mask),
    tenant: tenant === null ? null : mask.value("tenant", tenant),
    client: mask.value("app", asked.client),
    scopes: asked.scopes.map(mask.text),
    resource: resource === null ? null : maskResource(resource, mask),
    redirectUri: redirectUri === null ? null : mask.url(redirectUri),
    person: person === null ? null : mask.value("person", person),
    scenario: asked.scenario,
    via: asked.via,
  };
}

/** An address, `api://…`, or the bare id of an app. */
function maskResource(resource: string, mask: Mask): string {
  return resource.includes(":") ? mask.member("url", resource) : mask.value("app", resource);
}

/** A port tells nothing about anybody. */
function maskHost(host: string, mask: Mask): string {
  const [, name = "", port = ""] = /^(.*?)(:\d+)?$/.exec(host) ?? [];
  return `${mask.value("host", name)}${port}`;
}

function maskSignInLog(
  { status, errorCode, note, correlationId, row, cost }: LoginResult["signInLog"],
  mask: Mask,
): LoginResult["signInLog"] {
  return {
    status,
    errorCode,
    note: mask.text(note),
    ...(correlationId === undefined ? {} : { correlationId: mask.value("request", correlationId) }),
    ...(row === undefined ? {} : { row }),
    ...(cost === undefined ? {} : { cost }),
  };
}

function maskPolicies(policies: readonly PolicyName[], mask: Mask): readonly PolicyName[] {
  return policies.map(({ id, displayName }) => ({
    id: mask.value("policy", id),
    displayName: mask.text(displayName),
  }));
}

function maskPrediction(
  { mfa, blocked, text, policies, spared }: NonNullable<LoginResult["prediction"]>,
  mask: Mask,
): NonNullable<LoginResult["prediction"]> {
  return {
    mfa,
    blocked,
    text: mask.text(text),
    policies: maskPolicies(policies, mask),
    ...(spared === undefined ? {} : { spared: maskPolicies(spared, mask) }),
  };
}

function maskError(error: LoginError, mask: Mask): LoginError {
  const { suberror, traceId, correlationId, timestamp, policyIds, resource, name, code } = error;
  return {
    ...(code === undefined ? {} : { code }),
    ...(name === undefined ? {} : { name: mask.text(name) }),
    oauthError: mask.text(error.oauthError),
    ...(suberror === undefined ? {} : { suberror: mask.text(suberror) }),
    description: mask.providerText(error.description),
    ...(policyIds === undefined ? {} : { policyIds: policyIds.map((id) => mask.value("policy", id)) }),
    ...(resource === undefined ? {} : { resource: maskResource(resource, mask) }),
    ...(traceId === undefined ? {} : { traceId: mask.value("request", traceId) }),
    ...(correlationId === undefined ? {} : { correlationId: mask.value("request", correlationId) }),
    ...(timestamp === undefined ? {} : { timestamp: mask.text(timestamp) }),
  };
}

function maskAccount(account: NonNullable<LoginResult["account"]>, mask: Mask): LoginResult["account"] {
  return {
    shortName: mask.value("person", account.shortName),
    fullName: mask.member("full-name", account.fullName),
    role: account.role,
    because: Object.fromEntries(
      Object.entries(account.because).map(([field, because]) => [field, mask.text(because)]),
    ),
    // As names of claims are masked, so that a name here is still the name of a claim there.
    decidedBy: {
      shortName: account.decidedBy.shortName.map(mask.text),
      fullName: account.decidedBy.fullName.map(mask.text),
      role: account.decidedBy.role.map(mask.text),
    },
  };
}

function maskToken(token: TokenReport, mask: Mask): TokenReport {
  return {
    claims: asObject(maskJsonIdentities(token.claims, mask)),
    header: asObject(maskJsonIdentities(token.header, mask)),
    signature: token.signature,
    checks: token.checks.map(({ id, title, outcome, detail }) => ({
      id,
      title,
      outcome,
      detail: mask.text(detail),
    })),
    problems: token.problems.map(mask.text),
  };
}

/** Masking a JSON object gives a JSON object; its type is lost on the way. */
function asObject(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

function maskStep(step: Step, mask: Mask): Step {
  const { note, request, response } = step;
  return {
    id: step.id,
    title: plainText(step.title),
    status: step.status,
    ms: step.ms,
    ...(note === undefined ? {} : { note: mask.providerText(note) }),
    ...(request === undefined ? {} : { request: maskExchangeIdentities(request, mask) }),
    ...(response === undefined ? {} : { response: maskExchangeIdentities(response, mask) }),
  };
}

/**
 * A finding as text: a patch, which holds values of the profile, keeps its label only. Where a finding points to is
 * masked but for names of domains, keys and steps.
 */
export function maskFinding(finding: Finding, mask: Mask): Finding {
  const { where, fix, source } = finding;
  return {
    rule: finding.rule,
    severity: finding.severity,
    certainty: finding.certainty,
    title: mask.text(finding.title),
    detail: mask.text(finding.detail),
    where: {
      ...(where.step === undefined ? {} : { step: mask.text(where.step) }),
      ...(where.domain === undefined ? {} : { domain: mask.text(where.domain) }),
      ...(where.keyPath === undefined ? {} : { keyPath: mask.text(where.keyPath) }),
      ...(where.policyId === undefined ? {} : { policyId: mask.value("policy", where.policyId) }),
      ...(where.row === undefined ? {} : { row: mask.text(where.row) }),
    },
    ...(fix === undefined ? {} : { fix: maskFix(fix, mask) }),
    ...(source === undefined ? {} : { source: mask.url(source) }),
  };
}

function maskFix(fix: NonNullable<Finding["fix"]>, mask: Mask): NonNullable<Finding["fix"]> {
  const label = mask.text(fix.label);
  if ("patch" in fix) return { label, steps: [] };
  return {
    label,
    steps: fix.steps.map(mask.text),
    ...(fix.link === undefined ? {} : { link: mask.url(fix.link) }),
  };
}
