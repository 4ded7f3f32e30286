import type { MatrixRowView, MatrixView, WhatIf } from "../../../preload/contract.ts";
import {
  asThisPerson,
  type ConditionalAccessAnswer,
  changePolicies,
  checklistOf,
  createNamer,
  headlineOf,
  type MatrixRow,
  matrixRows,
  mentionedIn,
  type Namer,
  type PolicyDetail,
  policyDetail,
  readContextFromJson,
  type SignInContext,
  type TenantObjects,
} from "../../core/conditional-access/index.ts";
import { explain, type TriedScopes } from "../../core/pair/predict.ts";
import { fail, type Result, succeed } from "../../core/problem.ts";
import type { TestSettings } from "../../core/profile/test-settings.ts";
import type { EvaluationInput } from "../../practice-tenant/index.ts";
import type { ProfileSignIns } from "./profile-sign-ins.ts";

/** Policies and what is known of their tenant. */
export type MatrixBasis = {
  readonly input: EvaluationInput;
  /** What gives names to ids, and what the checklist looks at. */
  readonly objects: TenantObjects;
};

type Asked = {
  readonly today: EvaluationInput;
  readonly tried: EvaluationInput;
  readonly scopes: TriedScopes;
};

/**
 * Policies by sign-ins, under what a person assumes and wants to try. Today is the same person at the same place with the
 * policies, the setting and the scopes as they are.
 *
 * @returns problem: `wrong-context` where an assumption cannot be read
 */
export function policyMatrix(
  { tested, findings }: ProfileSignIns,
  basis: MatrixBasis,
  whatIf: WhatIf,
): Result<MatrixView> {
  const asked = askedOf(basis.input, whatIf);
  if (!asked.ok) return asked;
  const { today, tried, scopes } = asked.value;
  const inputFindings = [...today.inputFindings, ...findings];
  const now = explain(tested, { ...tried, inputFindings }, scopes);
  const before = triesSomething(whatIf, basis.input) ? explain(tested, { ...today, inputFindings }) : null;
  const namer = namerOf(basis);
  return succeed({
    headline: headlineOf(now),
    before: before === null ? null : { headline: headlineOf(before), recipe: before.recipe },
    rows: withDifferences(matrixRows(now), before),
    recipe: now.recipe,
    baselineScopes: now.baselineScopes,
    tenantBaselineScopes: settingText(basis.input.baselineScopes),
    signIns: now.signIns.map(({ id, scopes: askedScopes, resource, resourceName, otherSettings }) => ({
      id,
      scopes: askedScopes,
      resource,
      resourceName,
      otherSettings: otherSettings
        .filter(({ differs }) => differs)
        .map(({ baselineScopes, verdict }) => ({ setting: baselineScopes, text: verdict.text })),
    })),
    mentioned: mentionedIn(basis.input.policies, namer),
    findings: now.findings,
    cost: now.cost?.sentence ?? null,
    checklist: checklistOf({
      answer: now,
      policies: tried.policies,
      tenant: basis.objects,
      facts: tried.facts,
      redirectUri: tested.login?.redirectUri.value ?? null,
      roles: rolesOf(tested.login),
    }),
  });
}

/** The whole answer under the same assumptions, as the command line prints it. */
export function answerOf(
  { tested, findings }: ProfileSignIns,
  basis: MatrixBasis,
  whatIf: WhatIf,
): Result<ConditionalAccessAnswer> {
  const asked = askedOf(basis.input, whatIf);
  if (!asked.ok) return asked;
  const { tried, scopes } = asked.value;
  return succeed(explain(tested, { ...tried, inputFindings: [...tried.inputFindings, ...findings] }, scopes));
}

/** One policy with all its conditions under the same assumptions; null where there is no such policy. */
export function detailOf(
  { tested }: ProfileSignIns,
  basis: MatrixBasis,
  whatIf: WhatIf,
  policyId: string,
): Result<PolicyDetail | null> {
  const asked = askedOf(basis.input, whatIf);
  if (!asked.ok) return asked;
  const { tried, scopes } = asked.value;
  const policies = tried.policies.filter(({ id }) => id === policyId);
  const [policy] = policies;
  if (policy === undefined) return succeed(null);
  const answer = explain(tested, { ...tried, policies }, scopes);
  return succeed(policyDetail(policy, answer, tried.facts, namerOf(basis)));
}

/** The app roles that make somebody an administrator of the Mac; none where the profile looks at another claim. */
function rolesOf(login: TestSettings | null): readonly string[] {
  return login?.adminClaim.value === "roles" ? login.adminValues.value : [];
}

function namerOf({ input, objects: { named } }: MatrixBasis): Namer {
  const apps = (input.facts.applications ?? []).flatMap(({ appId, displayName }) =>
    displayName === null ? [] : [{ kind: "application" as const, id: appId, displayName }],
  );
  return createNamer([...apps, ...named], input.facts.locationDefinitions ?? []);
}

function askedOf(input: EvaluationInput, whatIf: WhatIf): Result<Asked> {
  const context = readContextFromJson(whatIf.assumed);
  if (!context.ok) return fail(context.problem);
  const { applications: _none, ...assumed } = context.value.facts;
  const facts: SignInContext = { ...input.facts, ...assumed };
  const baselineScopes =
    whatIf.baselineScopes === null ? input.baselineScopes : settingOf(whatIf.baselineScopes);
  return succeed({
    today: { ...input, facts },
    tried: {
      ...input,
      facts: asThisPerson(facts, whatIf.changes),
      policies: changePolicies(input.policies, whatIf.changes),
      baselineScopes,
    },
    scopes: { login: wordsOf(whatIf.scopes.login), check: wordsOf(whatIf.scopes.check) },
  });
}

function settingOf(text: string): EvaluationInput["baselineScopes"] {
  return text === "enforced" || text === "legacy" ? text : { placeholder: text };
}

function settingText(setting: EvaluationInput["baselineScopes"]): string {
  return typeof setting === "string" ? setting : setting.placeholder.toLowerCase();
}

/** As Jamf Connect splits the scopes of a profile. */
function wordsOf(scopes: string | null): readonly string[] | null {
  return scopes === null ? null : scopes.split(/[\s+]+/u).filter((word) => word !== "");
}

function triesSomething({ changes, scopes, baselineScopes }: WhatIf, input: EvaluationInput): boolean {
  const otherSetting = baselineScopes !== null && baselineScopes !== settingText(input.baselineScopes);
  return changes.length > 0 || scopes.login !== null || scopes.check !== null || otherSetting;
}

/** Each row with what its cells say today, where that is something else. */
function withDifferences(
  rows: readonly MatrixRow[],
  before: ConditionalAccessAnswer | null,
): readonly MatrixRowView[] {
  if (before === null) return rows.map((row) => ({ ...row, before: null }));
  const old = new Map(matrixRows(before).map((row) => [row.id, row]));
  return rows.map((row) => {
    const { login = null, check = null } = old.get(row.id) ?? {};
    const isSame = login?.word === row.login?.word && check?.word === row.check?.word;
    return { ...row, before: isSame ? null : { login: login?.word ?? null, check: check?.word ?? null } };
  });
}
