import type { MatrixInput } from "../../../preload/contract.ts";
import { succeed } from "../../core/problem.ts";
import { recipes } from "../../core/recipes/index.ts";
import { applyRecipe } from "../document/apply-recipe.ts";
import { handOver } from "../hand-over.ts";
import type { SessionServices } from "../session-services.ts";
import type { HandlersOf } from "./handlers-of.ts";
import { matrixQuestion } from "./matrix-question.ts";

/** Conditional Access policies, and the ways to set up Jamf Connect with them. */
export function policiesHandlers(services: SessionServices): HandlersOf<"policies" | "recipes"> {
  const { ports, policies, practice, change, documents } = services;
  const questionOf = (input: MatrixInput) => matrixQuestion(services, input);
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
    "policies.export": async ({ format, isMasked, ...input }) => {
      const question = await questionOf(input);
      if (!question.ok) return question;
      const answer = question.value === null ? succeed(null) : await policies.explain(question.value);
      if (!answer.ok || answer.value === null) return answer.ok ? succeed(null) : answer;
      const { answerDocument } = await import("../../core/conditional-access/index.ts");
      return handOver(ports, {
        fileName: `conditional-access.${format === "json" ? "json" : "md"}`,
        bytes: new TextEncoder().encode(answerDocument(answer.value, { format, isMasked, whatIf: null })),
      });
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
