import type { MatrixView, PoliciesView, WhatIf } from "../../../preload/contract.ts";
import {
  type BaselineScopes,
  type ConditionalAccessAnswer,
  NO_TENANT_OBJECTS,
  type PolicyDetail,
  type TenantObject,
} from "../../core/conditional-access/index.ts";
import type { Finding } from "../../core/finding.ts";
import type { Tested } from "../../core/pair/predict.ts";
import type { Predicted } from "../../core/pair/with-prediction.ts";
import { fail, type Result, succeed } from "../../core/problem.ts";
import type { ProfileDocument } from "../../core/profile/index.ts";
import type { GraphObject, ReadLists } from "../../core/setup/index.ts";
import type { EvaluationInput, PracticeTenant } from "../../practice-tenant/index.ts";
import type { PolicyContext } from "../document/lint-context.ts";
import type { ReadFromGraph } from "../graph/graph-connection.ts";
import type { LoadedPolicies, PolicyFileRead, PolicyFileSource } from "./policy-files.ts";
import type { MatrixBasis } from "./policy-matrix.ts";
import type { ProfileSignIns } from "./profile-sign-ins.ts";

/** What a matrix is asked about. */
export type MatrixQuestion = {
  readonly signIns: ProfileSignIns;
  readonly practice: PracticeTenant | null;
  readonly userName: string | null;
  readonly whatIf: WhatIf;
};

/** Conditional Access policies that predictions rest on: those of the practice tenant while it runs, else of files. */
export type Policies = {
  readonly view: (practice: PracticeTenant | null) => PoliciesView | null;
  /**
   * Reads files as one tenant's. What is wrong with a file is said of it; the others count. Without any policy nothing changes, and
   * the problem says why.
   *
   * @param name of the file or the folder, as it is shown
   * @param adds true to keep what was loaded before; where both have a policy, the new one counts
   */
  readonly load: (
    name: string,
    files: readonly PolicyFileSource[],
    adds: boolean,
  ) => Promise<Result<PoliciesView>>;
  /** Takes what Microsoft Graph showed of a tenant, in place of what was loaded. */
  readonly take: (
    read: ReadFromGraph,
    findings: readonly Finding[],
    practice: PracticeTenant | null,
  ) => Promise<Result<PoliciesView>>;
  readonly clear: () => void;
  /** What is known of the tenant, for whoever sets something up in it; null without policies. */
  readonly known: (practice: PracticeTenant | null) => KnownTenant | null;
  /**
   * What the loaded file comes to for a document, as its findings tell it. Null without a file, and while the practice tenant runs:
   * its policies are not those of the document's tenant, nor are the file's those of a practice profile.
   */
  readonly about: (document: ProfileDocument, practice: PracticeTenant | null) => PolicyContext | null;
  /** What the policies predict for these sign-ins; null without policies, and where Entra answers neither of them. */
  readonly predict: (
    tested: Tested,
    practice: PracticeTenant | null,
    userName: string | null,
  ) => Promise<Predicted | null>;
  /** Every policy by both sign-ins; null without policies. Problem: `wrong-context`. */
  readonly matrix: (question: MatrixQuestion) => Promise<Result<MatrixView | null>>;
  /** The whole answer, as the command line prints it; null without policies. Problem: `wrong-context`. */
  readonly explain: (question: MatrixQuestion) => Promise<Result<ConditionalAccessAnswer | null>>;
  /** One policy with all its conditions; null where there is no such policy. Problem: `wrong-context`. */
  readonly detail: (question: MatrixQuestion, policyId: string) => Promise<Result<PolicyDetail | null>>;
};

/** What predictions and set-ups rest on. */
export type KnownTenant = {
  readonly input: EvaluationInput;
  /** What was read of the tenant, as Graph shows it. */
  readonly lists: ReadLists;
  readonly named: readonly TenantObject[];
};

type Loaded = {
  readonly lists: ReadLists;
  readonly files: readonly PolicyFileRead[];
  readonly together: LoadedPolicies;
  readonly input: EvaluationInput;
  readonly view: PoliciesView;
  /** Id of the practice tenant whose Graph they were read from; null for those of a real tenant. */
  readonly practiceTenant: string | null;
  readonly evaluate: (document: ProfileDocument) => PolicyContext;
};

export function createPolicies(now: () => number): Policies {
  let loaded: Loaded | null = null;
  /** Practice has policies of its own, unless they were read from its own Graph. */
  const shown = (practice: PracticeTenant | null): Loaded | null =>
    loaded !== null && loaded.practiceTenant === (practice?.description.tenantId ?? null) ? loaded : null;
  const known = (practice: PracticeTenant | null, userName: string | null): EvaluationInput | null =>
    practice === null || (userName === null && shown(practice) !== null)
      ? (shown(practice)?.input ?? null)
      : practice.known(userName);
  const basisOf = ({ practice, userName }: MatrixQuestion): MatrixBasis | null => {
    const input = known(practice, userName);
    return input && { input, objects: shown(practice)?.together.objects ?? NO_TENANT_OBJECTS };
  };
  const keep = (next: Loaded): Result<PoliciesView> => {
    loaded = next;
    return succeed(next.view);
  };
  /** Answers a question about the policies that count for it; null without policies. */
  const asked = async <T>(
    question: MatrixQuestion,
    answer: (matrix: typeof import("./policy-matrix.ts"), basis: MatrixBasis) => Result<T>,
  ): Promise<Result<T | null>> => {
    const basis = basisOf(question);
    return basis === null ? succeed(null) : answer(await import("./policy-matrix.ts"), basis);
  };
  return {
    view: (practice) => shown(practice)?.view ?? (practice === null ? null : viewOfPractice(practice)),
    load: async (name, sources, adds) => {
      const { noPolicies, readPolicyFiles, togetherPolicies, withoutMended } = await import(
        "./policy-files.ts"
      );
      const before = adds ? shown(null) : null;
      const kept = withoutMended(before?.files ?? [], sources);
      const size = kept.reduce((sum, { bytes }) => sum + bytes, 0);
      const read = await readPolicyFiles(sources, size);
      const files = [...read, ...kept];
      if (
        read.every(({ problem }) => problem !== null) ||
        files.every(({ policies }) => policies.length === 0)
      )
        return fail(noPolicies([name], read));
      const together = togetherPolicies(files);
      if (!together.ok) return together;
      const fileName = before === null ? name : `${before.view.fileName ?? "Microsoft Graph"} and ${name}`;
      const from = { source: "file", fileName, practiceTenant: null, baselineScopes: null } as const;
      const lists = policyList(together.value);
      return keep(await loadedOf({ files, together: together.value, lists }, from, now()));
    },
    take: async ({ tenant, tenantId }, findings, practice) => {
      const { listsOfTenant, policiesOfTenant } = await import("./policies-of-tenant.ts");
      const { togetherPolicies } = await import("./policy-files.ts");
      const files = policiesOfTenant(tenant);
      if (!files.ok) return files;
      const together = togetherPolicies(files.value);
      if (!together.ok) return together;
      const all = { ...together.value, findings: [...together.value.findings, ...findings] };
      const { baselineScopes } = tenant;
      const practiceTenant = practice?.description.tenantId === tenantId ? tenantId : null;
      const from = { source: "graph", fileName: null, practiceTenant, baselineScopes } as const;
      const lists = listsOfTenant(tenant);
      return keep(await loadedOf({ files: files.value, together: all, lists }, from, now()));
    },
    clear: () => {
      loaded = null;
    },
    known: (practice) => {
      const input = known(practice, null);
      if (input === null) return null;
      const loadedNow = shown(practice);
      return {
        input,
        lists: loadedNow?.lists ?? policyList(input),
        named: loadedNow?.together.objects.named ?? [],
      };
    },
    about: (document, practice) => (practice === null ? (shown(null)?.evaluate(document) ?? null) : null),
    predict: async (tested, practice, userName) => {
      const basis = known(practice, userName);
      if (basis === null || basis.policies.length === 0) return null;
      const { answeredByEntra, predict } = await import("../../core/pair/predict.ts");
      const { login, check } = answeredByEntra(tested);
      return login === null && check === null ? null : predict({ login, check }, basis);
    },
    matrix: (question) =>
      asked(question, ({ policyMatrix }, basis) => policyMatrix(question.signIns, basis, question.whatIf)),
    explain: (question) =>
      asked(question, ({ answerOf }, basis) => answerOf(question.signIns, basis, question.whatIf)),
    detail: (question, policyId) =>
      asked(question, ({ detailOf }, basis) => detailOf(question.signIns, basis, question.whatIf, policyId)),
  };
}

function viewOfPractice(practice: PracticeTenant): PoliciesView {
  const count = practice.known(null).policies.length;
  return { source: "practice", fileName: null, count, loadedAt: null, findings: [], files: [] };
}

type Origin = Pick<PoliciesView, "source" | "fileName"> & {
  readonly practiceTenant: string | null;
  /** null: nobody knows the tenant's setting. */
  readonly baselineScopes: BaselineScopes | null;
};

/** All that a file of policies says about the tenant's objects. */
function policyList({ policies }: Pick<LoadedPolicies, "policies">): ReadLists {
  const raw = policies.map((policy) => policy.raw).filter((each) => isObject(each));
  return new Map([["identity/conditionalAccess/policies", raw]]);
}

function isObject(value: unknown): value is GraphObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

async function loadedOf(
  { files, together, lists }: Pick<Loaded, "files" | "together" | "lists">,
  { source, fileName, practiceTenant, baselineScopes }: Origin,
  now: number,
): Promise<Loaded> {
  const { withNeighbours } = await import("./gather-policies.ts");
  const { policyEvaluation } = await import("../document/lint-context.ts");
  const { policies, findings } = together;
  const input: EvaluationInput = {
    ...nothingKnown,
    policies,
    facts: withNeighbours(together, nothingKnown.facts),
    baselineScopes: baselineScopes ?? nothingKnown.baselineScopes,
    inputFindings: findings,
  };
  const loadedAt = new Date(now).toISOString();
  return {
    files,
    together,
    lists,
    input,
    view: { source, fileName, count: policies.length, loadedAt, findings, files: files.map(fileView) },
    practiceTenant,
    evaluate: await policyEvaluation(input),
  };
}

function fileView({ name, policies, neighbours, problem }: PolicyFileRead): PoliciesView["files"][number] {
  return {
    name,
    policies: policies.length,
    names: neighbours.namedLocations.length + neighbours.objects.named.length,
    problem,
  };
}

/** Nothing is known about the person or the place: the answers say on what they depend. */
const nothingKnown: EvaluationInput = {
  policies: [],
  facts: {},
  baselineScopes: "enforced",
  macs: null,
  checkMinutes: null,
  inputFindings: [],
};
