import type { PolicyAnswer } from "../answer/answer.ts";
import type { ConditionalAccessPolicy, Ids, UserSet } from "../policy.ts";
import type { Membership, SignInContext } from "../sign-in/sign-in-context.ts";
import type { NamedId, Namer } from "./names.ts";

/** Something that nobody gave and that would decide whether a policy applies, or what it does. */
export type OpenQuestion =
  /** Whether the sign-in is one of these: each can be said yes or no to. */
  | { readonly about: Membership; readonly ids: readonly NamedId[] }
  | { readonly about: SimpleQuestion }
  /** Nobody here can tell: the export lost it, or this app does not know it. */
  | { readonly about: "not known"; readonly what: readonly string[] };

/** Something with a few answers that are the same for every tenant. */
export type SimpleQuestion =
  | "kind of person"
  | "trusted location"
  | "platform"
  | "client app"
  | "device"
  | "sign-in risk"
  | "user risk"
  | "insider risk"
  | "state";

/** By the words that judgements use for what is not given. */
const SIMPLE: Readonly<Record<string, SimpleQuestion>> = {
  "kind of user": "kind of person",
  "kind of guest": "kind of person",
  "trusted location": "trusted location",
  platform: "platform",
  "client app": "client app",
  device: "device",
  "sign-in risk": "sign-in risk",
  "user risk": "user risk",
  "insider risk": "insider risk",
  state: "state",
};

/** What would decide about one policy, from what its answers for both sign-ins depend on. */
export function openQuestions(
  policy: ConditionalAccessPolicy,
  answers: readonly PolicyAnswer[],
  facts: SignInContext,
  namer: Namer,
): readonly OpenQuestion[] {
  const words = new Set(answers.flatMap(wordsOf));
  const lists: Readonly<Record<string, () => OpenQuestion>> = {
    user: () => ({ about: "users", ids: open(policy, "users", facts, namer) }),
    groups: () => ({ about: "groups", ids: open(policy, "groups", facts, namer) }),
    roles: () => ({ about: "roles", ids: open(policy, "roles", facts, namer) }),
    location: () => ({ about: "locations", ids: places(policy, facts, namer) }),
  };
  const simple = new Set<SimpleQuestion>();
  const unknown: string[] = [];
  const questions: OpenQuestion[] = [];
  for (const word of words) {
    const list = lists[word];
    const about = SIMPLE[word];
    if (list !== undefined) questions.push(list());
    else if (about !== undefined) simple.add(about);
    else unknown.push(word);
  }
  return [
    ...questions,
    ...[...simple].map((about) => ({ about })),
    ...(unknown.length === 0 ? [] : [{ about: "not known" as const, what: unknown }]),
  ];
}

function wordsOf({ applies, dependsOn, demands }: PolicyAnswer): readonly string[] {
  if (applies === "no") return [];
  return [...dependsOn, ...demands.dependsOn];
}

const KIND = { users: "user", groups: "group", roles: "role" } as const;
const FACTS = { users: "user", groups: "groups", roles: "roles" } as const;

function open(
  { conditions }: ConditionalAccessPolicy,
  about: keyof typeof KIND,
  facts: SignInContext,
  namer: Namer,
): readonly NamedId[] {
  const of = (set: UserSet | undefined): readonly string[] => set?.[about].written ?? [];
  const written = [...of(conditions.users?.include), ...of(conditions.users?.exclude)];
  return undecided(written, facts[FACTS[about]], facts.ruledOut?.[about]).map((id) => namer(KIND[about], id));
}

function places(
  { conditions }: ConditionalAccessPolicy,
  facts: SignInContext,
  namer: Namer,
): readonly NamedId[] {
  const of = (ids: Ids | undefined): readonly string[] =>
    (ids?.written ?? []).filter((id) => !/^all(trusted)?$/iu.test(id));
  const written = [...of(conditions.locations?.include), ...of(conditions.locations?.exclude)];
  return undecided(written, facts.locations, facts.ruledOut?.locations).map((id) => namer("location", id));
}

/** Ids that are neither given nor ruled out, each once. */
function undecided(
  written: readonly string[],
  given: ReadonlySet<string> | undefined,
  ruledOut: ReadonlySet<string> | undefined,
): readonly string[] {
  const left = new Map(written.map((id) => [id.toLowerCase(), id]));
  for (const id of [...(given ?? []), ...(ruledOut ?? [])]) left.delete(id);
  return [...left.values()];
}
