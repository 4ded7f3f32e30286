import type { MatrixInput } from "../../../preload/contract.ts";
import { type Result, succeed } from "../../core/problem.ts";
import { recipes } from "../../core/recipes/index.ts";
import { applyRecipe } from "../document/apply-recipe.ts";
import { noDocument } from "../document/open-document.ts";
import type { MatrixQuestion } from "../policies/policies.ts";
import type { SessionServices } from "../session-services.ts";
import type { HandlersOf } from "./handlers-of.ts";

/** Conditional Access policies, and the ways to set up Jamf Connect with them. */
export function policiesHandlers({
  ports,
  policies,
  practice,
  document,
  change,
  documents,
}: SessionServices): HandlersOf<"policies" | "recipes"> {
  /** Null without policies. Problems: those of the profile's settings. */
  const questionOf = async ({
    from,
    username,
    whatIf,
  }: MatrixInput): Promise<Result<MatrixQuestion | null>> => {
    const open = document();
    if (open === null) return noDocument();
    const tenant = practice.running();
    if (policies.view(tenant) === null) return succeed(null);
    const { profileSignIns } = await import("../policies/profile-sign-ins.ts");
    const signIns = profileSignIns([{ document: open.document, path: null }], from);
    return signIns.ok
      ? succeed({ signIns: signIns.value, practice: tenant, userName: username, whatIf })
      : signIns;
  };
  return {
    "policies.current": async () => succeed(policies.view(practice.running())),
    "policies.load": async ({ name, files, adds }) => {
      const taken = [];
      for (const { file, path } of files) {
        const given = ports.files.take(file);
        if (!given.ok) return given;
        taken.push({ name: path, read: given.value.read });
      }
      const loaded = await policies.load(name, taken, adds);
      if (loaded.ok) documents.tell();
      return loaded;
    },
    "policies.clear": async () => {
      policies.clear();
      documents.tell();
      return succeed(null);
    },
    "policies.matrix": async (input) => {
      const question = await questionOf(input);
      if (!question.ok) return question;
      return question.value === null ? succeed(null) : policies.matrix(question.value);
    },
    "policies.explain": async (input) => {
      const question = await questionOf(input);
      if (!question.ok) return question;
      return question.value === null ? succeed(null) : policies.explain(question.value);
    },
    "policies.detail": async ({ policyId, ...input }) => {
      const question = await questionOf(input);
      if (!question.ok) return question;
      return question.value === null ? succeed(null) : policies.detail(question.value, policyId);
    },
    "recipes.list": async () => succeed(recipes),
    "recipes.apply": async ({ name, ...apps }) => change((current) => applyRecipe(current, name, apps)),
  };
}
