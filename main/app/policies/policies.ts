import type { MatrixView, PoliciesView, WhatIf } from "../../../preload/contract.ts";
import type { ConditionalAccessAnswer, PolicyDetail } from "../../core/conditional-access/index.ts";
import type { Tested } from "../../core/pair/predict.ts";
import type { Predicted } from "../../core/pair/with-prediction.ts";
import { fail, type Result, succeed } from "../../core/problem.ts";
import type { ProfileDocument } from "../../core/profile/index.ts";
import type { EvaluationInput, PracticeTenant } from "../../practice-tenant/index.ts";
import type { PolicyContext } from "../document/lint-context.ts";
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
  readonly clear: () => void;
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

type Loaded = {
  readonly files: readonly PolicyFileRead[];
  readonly together: LoadedPolicies;
  readonly input: EvaluationInput;
  readonly view: PoliciesView;
  readonly evaluate: (document: ProfileDocument) => PolicyContext;
};

export function createPolicies(now: () => number): Policies {
  let loaded: Loaded | null = null;
  const known = (practice: PracticeTenant | null, userName: string | null): EvaluationInput | null =>
    practice?.known(userName) ?? loaded?.input ?? null;
  const basisOf = ({ practice, userName }: MatrixQuestion): MatrixBasis | null => {
    const input = known(practice, userName);
    return input && { input, named: practice === null ? (loaded?.together.objects.named ?? []) : [] };
  };
  return {
    view: (practice) =>
      practice === null
        ? (loaded?.view ?? null)
        : {
            source: "practice",
            fileName: null,
            count: practice.known(null).policies.length,
            loadedAt: null,
            findings: [],
            files: [],
          },
    load: async (name, sources, adds) => {
      const { noPolicies, readPolicyFiles, togetherPolicies } = await import("./policy-files.ts");
      const { withNeighbours } = await import("./gather-policies.ts");
      const kept = adds ? (loaded?.files ?? []) : [];
      const size = kept.reduce((sum, { bytes }) => sum + bytes, 0);
      const read = await readPolicyFiles(sources, size);
      const files = [...read, ...kept];
      const isUseful = (each: PolicyFileRead): boolean => each.problem === null;
      if (!read.some(isUseful) || files.every(({ policies }) => policies.length === 0))
        return fail(noPolicies([name], read));
      const together = togetherPolicies(files);
      if (!together.ok) return together;
      const { policies, findings } = together.value;
      const input: EvaluationInput = { ...nothingKnown, policies, inputFindings: findings };
      const complete = { ...input, facts: withNeighbours(together.value, input.facts) };
      const view: PoliciesView = {
        source: "file",
        fileName: adds && loaded !== null ? `${loaded.view.fileName ?? ""} and ${name}` : name,
        count: policies.length,
        loadedAt: new Date(now()).toISOString(),
        findings,
        files: files.map(fileView),
      };
      const { policyEvaluation } = await import("../document/lint-context.ts");
      const evaluate = await policyEvaluation(complete);
      loaded = { files, together: together.value, input: complete, view, evaluate };
      return succeed(view);
    },
    clear: () => {
      loaded = null;
    },
    about: (document, practice) => (loaded === null || practice !== null ? null : loaded.evaluate(document)),
    predict: async (tested, practice, userName) => {
      const basis = known(practice, userName);
      if (basis === null || basis.policies.length === 0) return null;
      const { answeredByEntra, predict } = await import("../../core/pair/predict.ts");
      const { login, check } = answeredByEntra(tested);
      return login === null && check === null ? null : predict({ login, check }, basis);
    },
    matrix: async (question) => {
      const basis = basisOf(question);
      if (basis === null) return succeed(null);
      const { policyMatrix } = await import("./policy-matrix.ts");
      return policyMatrix(question.signIns, basis, question.whatIf);
    },
    explain: async (question) => {
      const basis = basisOf(question);
      if (basis === null) return succeed(null);
      const { answerOf } = await import("./policy-matrix.ts");
      return answerOf(question.signIns, basis, question.whatIf);
    },
    detail: async (question, policyId) => {
      const basis = basisOf(question);
      if (basis === null) return succeed(null);
      const { detailOf } = await import("./policy-matrix.ts");
      return detailOf(question.signIns, basis, question.whatIf, policyId);
    },
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
