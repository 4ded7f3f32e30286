import { succeed } from "../../core/problem.ts";
import { recipes } from "../../core/recipes/index.ts";
import { applyRecipe } from "../document/apply-recipe.ts";
import { noDocument } from "../document/open-document.ts";
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
  return {
    "policies.current": async () => succeed(policies.view(practice.running())),
    "policies.load": async ({ file }) => {
      const given = ports.files.take(file);
      if (!given.ok) return given;
      const loaded = await policies.load(given.value.name, [given.value]);
      if (loaded.ok) documents.tell();
      return loaded;
    },
    "policies.loadFolder": async ({ name, files }) => {
      const taken = [];
      for (const { file, path } of files) {
        const given = ports.files.take(file);
        if (!given.ok) return given;
        taken.push({ name: path, read: given.value.read });
      }
      const loaded = await policies.load(name, taken);
      if (loaded.ok) documents.tell();
      return loaded;
    },
    "policies.clear": async () => {
      policies.clear();
      documents.tell();
      return succeed(null);
    },
    "policies.explain": async ({ from, username }) => {
      const open = document();
      if (open === null) return noDocument();
      const tenant = practice.running();
      if (policies.view(tenant) === null) return succeed(null);
      const { profileSignIns } = await import("../policies/profile-sign-ins.ts");
      const signIns = profileSignIns([{ document: open.document, path: null }], from);
      return signIns.ok ? succeed(await policies.explain(signIns.value, tenant, username)) : signIns;
    },
    "recipes.list": async () => succeed(recipes),
    "recipes.apply": async ({ name, ...apps }) => change((current) => applyRecipe(current, name, apps)),
  };
}
