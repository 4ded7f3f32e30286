import type { PoliciesView } from "../../../preload/contract.ts";
import type { ConditionalAccessAnswer } from "../../core/conditional-access/index.ts";
import type { Tested } from "../../core/pair/predict.ts";
import type { Predicted } from "../../core/pair/with-prediction.ts";
import { type Result, succeed } from "../../core/problem.ts";
import type { ProfileDocument } from "../../core/profile/index.ts";
import type { EvaluationInput, PracticeTenant } from "../../practice-tenant/index.ts";
import type { PolicyContext } from "../document/lint-context.ts";
import type { LoadedPolicies, PolicyFileSource } from "./gather-policies.ts";
import type { ProfileSignIns } from "./profile-sign-ins.ts";

/** Conditional Access policies that predictions rest on: those of the practice tenant while it runs, else a file. */
export type Policies = {
  readonly view: (practice: PracticeTenant | null) => PoliciesView | null;
  /** @param name of the file or the folder, as it is shown */
  readonly load: (name: string, files: readonly PolicyFileSource[]) => Promise<Result<PoliciesView>>;
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
  /** The same with every policy and every reason, and what the profile leaves open. */
  readonly explain: (
    signIns: ProfileSignIns,
    practice: PracticeTenant | null,
    userName: string | null,
  ) => Promise<ConditionalAccessAnswer | null>;
};

type Loaded = {
  readonly file: LoadedPolicies;
  readonly view: PoliciesView;
  readonly evaluate: (document: ProfileDocument) => PolicyContext;
};

export function createPolicies(now: () => number): Policies {
  let loaded: Loaded | null = null;
  const known = (practice: PracticeTenant | null, userName: string | null): EvaluationInput | null =>
    practice?.known(userName) ?? (loaded === null ? null : knownOfFile(loaded.file));
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
          },
    load: async (name, files) => {
      const { gatherPolicies } = await import("./gather-policies.ts");
      const file = await gatherPolicies(files, [name]);
      if (!file.ok) return file;
      const { policies, findings } = file.value;
      const loadedAt = new Date(now()).toISOString();
      const view: PoliciesView = {
        source: "file",
        fileName: name,
        count: policies.length,
        loadedAt,
        findings,
      };
      const { policyEvaluation } = await import("../document/lint-context.ts");
      loaded = { file: file.value, view, evaluate: await policyEvaluation(knownOfFile(file.value)) };
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
    explain: async ({ tested, findings }, practice, userName) => {
      const basis = known(practice, userName);
      if (basis === null) return null;
      const { explain } = await import("../../core/pair/predict.ts");
      return explain(tested, { ...basis, inputFindings: [...basis.inputFindings, ...findings] });
    },
  };
}

/** Nothing is known about the person or the place: the answers say on what they depend. */
function knownOfFile(file: LoadedPolicies): EvaluationInput {
  return {
    policies: file.policies,
    facts: file.namedLocations.length === 0 ? {} : { locationDefinitions: file.namedLocations },
    baselineScopes: "enforced",
    macs: null,
    checkMinutes: null,
    inputFindings: file.findings,
  };
}
