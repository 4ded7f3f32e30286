import type { ConditionalAccessAnswer, PolicyAnswer, SignInAnswer } from "../answer/answer.ts";
import type { ConditionName } from "../judge/judgement.ts";
import type { ConditionalAccessPolicy, Ids, IncludeExclude } from "../policy.ts";
import { EXPORT_WHOLE } from "../read/notes.ts";
import type { TenantObjectKind } from "../read/tenant-objects.ts";
import type { SignInContext } from "../sign-in/sign-in-context.ts";
import type { Tri } from "../tri.ts";
import { cellOf, type MatrixCell } from "./cell.ts";
import type { NamedId, Namer } from "./names.ts";
import { type OpenQuestion, openQuestions } from "./open-questions.ts";

/** One condition of a policy for one sign-in. */
export type ConditionDetail = {
  readonly title: string;
  /** `yes`: met; `no`: not met; `depends`: open. */
  readonly outcome: Tri;
  readonly text: string;
  readonly certainty: PolicyAnswer["certainty"];
};

export type PolicyForSignIn = {
  readonly id: SignInAnswer["id"];
  readonly cell: MatrixCell;
  readonly conditions: readonly ConditionDetail[];
  /** Whether the policy applies under the other baseline-scope settings, where that differs. */
  readonly otherSettings: readonly { readonly setting: string; readonly applies: Tri }[];
};

/** Who or what a policy names, included and excluded. */
export type NamedList = {
  readonly title: string;
  readonly included: readonly NamedId[];
  readonly excluded: readonly NamedId[];
};

/** Everything about one policy, for its drawer. */
export type PolicyDetail = {
  readonly id: string;
  readonly displayName: string;
  /** As the file spells it; null where it has none. */
  readonly state: string | null;
  /** Name of the file. */
  readonly source: string | null;
  readonly targets: string;
  readonly effect: string;
  readonly signIns: readonly PolicyForSignIn[];
  /** Conditions that the policy does not have; every sign-in passes them. */
  readonly notConfigured: readonly string[];
  readonly lists: readonly NamedList[];
  /** Names and placeholders where ids belong. */
  readonly unresolved: readonly string[];
  /** Places that the export lost, and how to export the policies whole; null where nothing is lost. */
  readonly lost: null | { readonly places: readonly string[]; readonly exportWhole: string };
  readonly questions: readonly OpenQuestion[];
};

const TITLES: Readonly<Record<ConditionName, string>> = {
  users: "People",
  application: "Resource",
  userActions: "User action",
  authenticationContext: "Authentication context",
  workloadIdentities: "Workload identities",
  clientApps: "Client app",
  devicePlatform: "Platform",
  location: "Location",
  devices: "Device filter",
  signInRisk: "Sign-in risk",
  userRisk: "User risk",
  insiderRisk: "Insider risk",
  authenticationFlow: "Sign-in flow",
  policyNotEnabled: "State",
  notEnoughInformation: "Not known",
  invalidCondition: "Cannot be read",
};

/** Conditions that a policy may do without. */
const OPTIONAL: readonly ConditionName[] = [
  "clientApps",
  "devicePlatform",
  "location",
  "devices",
  "signInRisk",
  "userRisk",
  "insiderRisk",
  "authenticationFlow",
];

/** One policy of an answer with all its conditions, and what would decide where it depends. */
export function policyDetail(
  policy: ConditionalAccessPolicy,
  { signIns }: ConditionalAccessAnswer,
  facts: SignInContext,
  namer: Namer,
): PolicyDetail {
  const answers = signIns.flatMap((signIn) => {
    const answer = signIn.policies.find(({ id }) => id === policy.id);
    return answer === undefined ? [] : [{ id: signIn.id, answer }];
  });
  const [first] = answers;
  const configured = new Set(
    answers.flatMap(({ answer }) => answer.conditions.map((each) => each.condition)),
  );
  return {
    id: policy.id,
    displayName: policy.displayName,
    state: policy.stateAsWritten,
    source: policy.source,
    targets: first?.answer.targets ?? "",
    effect: first?.answer.effect ?? "",
    signIns: answers.map(({ id, answer }) => ({
      id,
      cell: cellOf(answer),
      conditions: answer.conditions.map(({ condition, outcome, text, certainty }) => ({
        title: TITLES[condition],
        outcome,
        text,
        certainty,
      })),
      otherSettings: Object.entries(answer.otherSettings).map(([setting, applies]) => ({ setting, applies })),
    })),
    notConfigured: OPTIONAL.filter((name) => !configured.has(name)).map((name) => TITLES[name]),
    lists: listsOf(policy, namer),
    unresolved: policy.unresolved,
    lost: policy.lost.length === 0 ? null : { places: policy.lost, exportWhole: EXPORT_WHOLE },
    questions: openQuestions(
      policy,
      answers.map(({ answer }) => answer),
      facts,
      namer,
    ),
  };
}

function listsOf({ conditions }: ConditionalAccessPolicy, namer: Namer): readonly NamedList[] {
  const { users, applications, locations } = conditions;
  const list = (title: string, kind: TenantObjectKind, ids: IncludeExclude | null): readonly NamedList[] => {
    const of = ({ written }: Ids): readonly NamedId[] => written.map((id) => namer(kind, id));
    const named = ids === null ? null : { title, included: of(ids.include), excluded: of(ids.exclude) };
    return named === null || named.included.length + named.excluded.length === 0 ? [] : [named];
  };
  const people = (of: "users" | "groups" | "roles"): IncludeExclude | null =>
    users === null ? null : { include: users.include[of], exclude: users.exclude[of] };
  return [
    ...list("Users", "user", people("users")),
    ...list("Groups", "group", people("groups")),
    ...list("Roles", "role", people("roles")),
    ...list(
      "Resources",
      "application",
      applications && { include: applications.include.ids, exclude: applications.exclude.ids },
    ),
    ...list("Places", "location", locations),
  ];
}
