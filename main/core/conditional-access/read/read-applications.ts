import type { ApplicationConditions, ApplicationSet, RuleFilter } from "../policy.ts";
import { compileRule } from "../rule/parse.ts";
import { idsOf, isEmpty, isGuid, textOf, textsOf } from "./members.ts";
import type { Notes } from "./notes.ts";

const KNOWN = new Set([
  "includeapplications",
  "excludeapplications",
  "includeuseractions",
  "includeauthenticationcontextclassreferences",
  "applicationfilter",
]);
/** Words that Graph itself writes among application ids. */
const KEYWORD = /^(all|none|office365|microsoftadminportals|allagentidresources)$/iu;

/** Reads `conditions.applications`. */
export function readApplications(value: unknown, notes: Notes): ApplicationConditions | null {
  if (isEmpty(value)) return null;
  const members = notes.object(value, "conditions.applications");
  if (members === null) return null;
  notes.unknownMembers(members, KNOWN, "conditions.applications");
  return {
    include: readSet(members.get("includeapplications"), notes),
    exclude: readSet(members.get("excludeapplications"), notes),
    filter: readFilter(members.get("applicationfilter"), "conditions.applications.applicationFilter", notes),
    userActions: textsOf(members.get("includeuseractions")),
    authenticationContexts: textsOf(members.get("includeauthenticationcontextclassreferences")),
  };
}

function readSet(value: unknown, notes: Notes): ApplicationSet {
  const written = textsOf(value);
  const words = new Set(written.map((each) => each.toLowerCase()));
  const ids = written.filter((each) => !KEYWORD.test(each) || /^allagentidresources$/iu.test(each));
  for (const id of ids) if (!isGuid(id) && !KEYWORD.test(id)) notes.unresolved(id);
  return {
    everything: words.has("all"),
    office365: words.has("office365"),
    adminPortals: words.has("microsoftadminportals"),
    ids: idsOf(ids),
  };
}

/** Reads `{mode, rule}` of an application or device filter; a filter without a rule is not configured. */
export function readFilter(value: unknown, path: string, notes: Notes): RuleFilter | null {
  if (isEmpty(value)) return null;
  const members = notes.object(value, path);
  const rule = textOf(members?.get("rule"));
  if (members === null || rule === null) return null;
  const compiled = compileRule(rule);
  if (!compiled.tree.ok) notes.problem(compiled.tree.problem);
  const mode = textOf(members.get("mode"))?.toLowerCase();
  return { mode: mode === "include" || mode === "exclude" ? mode : null, rule: compiled };
}
