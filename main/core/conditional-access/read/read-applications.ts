import { isGuid } from "../../guid.ts";
import type { ApplicationConditions, ApplicationSet, RuleFilter } from "../policy.ts";
import { compileRule } from "../rule/parse.ts";
import { idsOf, isEmpty, membersOf, textOf, textsOf } from "./members.ts";
import { type Notes, unknownMembers } from "./notes.ts";

const KNOWN = new Set([
  "includeapplications",
  "excludeapplications",
  "includeuseractions",
  "includeauthenticationcontextclassreferences",
  "applicationfilter",
]);
/** Words that Graph itself writes among application ids. */
const KEYWORD = /^(all|none|office365|microsoftadminportals)$/iu;
/** A keyword that stands for resources no person signs in to. */
const AGENTS = /^allagentidresources$/iu;
const NO_APPLICATIONS: ApplicationSet = {
  everything: false,
  office365: false,
  adminPortals: false,
  ids: idsOf([]),
};

/** Reads `conditions.applications`. */
export function readApplications(value: unknown, notes: Notes): ApplicationConditions | null {
  if (isEmpty(value)) return null;
  const path = "conditions.applications";
  const members = notes.object(value, path);
  if (members === null) {
    return {
      include: NO_APPLICATIONS,
      exclude: NO_APPLICATIONS,
      filter: null,
      userActions: [],
      authenticationContexts: [],
      unknown: [path],
    };
  }
  return {
    include: readSet(members.get("includeapplications"), notes),
    exclude: readSet(members.get("excludeapplications"), notes),
    filter: readFilter(members.get("applicationfilter"), notes),
    userActions: textsOf(members.get("includeuseractions")),
    authenticationContexts: textsOf(members.get("includeauthenticationcontextclassreferences")),
    unknown: unknownMembers(members, KNOWN, path),
  };
}

function readSet(value: unknown, notes: Notes): ApplicationSet {
  const written = textsOf(value);
  const words = new Set(written.map((each) => each.toLowerCase()));
  const ids = written.filter((each) => !KEYWORD.test(each));
  for (const id of ids) if (!isGuid(id) && !AGENTS.test(id)) notes.unresolved(id);
  return {
    everything: words.has("all"),
    office365: words.has("office365"),
    adminPortals: words.has("microsoftadminportals"),
    ids: idsOf(ids),
  };
}

/** Reads `{mode, rule}` of an application or device filter; one with neither is not configured. */
export function readFilter(value: unknown, notes: Notes): RuleFilter | null {
  if (isEmpty(value)) return null;
  const members = membersOf(value);
  const mode = textOf(members?.get("mode"))?.toLowerCase();
  // An empty rule does not parse, so a filter that lost its rule stays a filter that cannot be read.
  const compiled = compileRule(textOf(members?.get("rule")) ?? "");
  if (!compiled.tree.ok) notes.problem(compiled.tree.problem);
  return { mode: mode === "include" || mode === "exclude" ? mode : null, rule: compiled };
}
