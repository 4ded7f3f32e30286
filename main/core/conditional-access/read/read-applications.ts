import { isGuid } from "../../guid.ts";
import type { ApplicationConditions, ApplicationSet, RuleFilter } from "../policy.ts";
import { compileRule } from "../rule/parse.ts";
import { idsOf, isEmpty, type Members, textOf } from "./members.ts";
import { type Notes, unknownMembers } from "./notes.ts";
import { APPLICATION_WORD, CONTEXT_WORD, USER_ACTION_WORD } from "./words.ts";

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
  const lost: string[] = [];
  const list = (name: string, word: RegExp): readonly string[] => {
    const read = notes.list(members.get(name.toLowerCase()), `${path}.${name}`, word);
    if (read.isLost) lost.push(`${path}.${name}`);
    return read.texts;
  };
  const include = readSet(list("includeApplications", APPLICATION_WORD), notes);
  const exclude = readSet(list("excludeApplications", APPLICATION_WORD), notes);
  const filter = readFilter(members, "applicationFilter", path, notes);
  return {
    include,
    exclude,
    filter: filter.filter,
    userActions: list("includeUserActions", USER_ACTION_WORD),
    authenticationContexts: list("includeAuthenticationContextClassReferences", CONTEXT_WORD),
    unknown: [...lost, ...filter.lost, ...unknownMembers(members, KNOWN, path)],
  };
}

function readSet(written: readonly string[], notes: Notes): ApplicationSet {
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

/** A filter, and its path where the export lost it. */
export type FilterReading = { readonly filter: RuleFilter | null; readonly lost: readonly string[] };

/** Reads `{mode, rule}` of an application or device filter; one with neither is not configured. */
export function readFilter(inside: Members, name: string, path: string, notes: Notes): FilterReading {
  const value = inside.get(name.toLowerCase());
  if (isEmpty(value)) return { filter: null, lost: [] };
  const members = notes.object(value, `${path}.${name}`);
  if (members === null) return { filter: null, lost: [`${path}.${name}`] };
  const mode = textOf(members.get("mode"))?.toLowerCase();
  // An empty rule does not parse, so a filter that lost its rule stays a filter that cannot be read.
  const compiled = compileRule(textOf(members.get("rule")) ?? "");
  if (!compiled.tree.ok) notes.problem(compiled.tree.problem);
  return {
    filter: { mode: mode === "include" || mode === "exclude" ? mode : null, rule: compiled },
    lost: [],
  };
}
