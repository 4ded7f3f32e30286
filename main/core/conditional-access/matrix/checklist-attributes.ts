import { MICROSOFT_GRAPH, WINDOWS_AZURE_AD } from "../../microsoft-apps.ts";
import { matchesApp } from "../judge/app-attributes.ts";
import { appIdOf, splitScope } from "../sign-in/scopes.ts";
import { and, not, type Tri } from "../tri.ts";
import {
  appIn,
  type ChecklistInput,
  type CheckPoint,
  canSpoil,
  nameFirstIn,
  nameIn,
  namelessIn,
  point,
  principalPageOf,
} from "./check-point.ts";

/**
 * Where a policy leaves apps out by attribute: the API app that the check asks for carries it, and the public client, of which
 * Conditional Access sees nothing, does not.
 */
export function attributePoints(input: ChecklistInput): readonly CheckPoint[] {
  const { answer, policies, facts } = input;
  const check = answer.signIns.find(({ id }) => id === "password-check");
  const client = check?.client ?? null;
  if (check === undefined || client === null) return [];
  const apis = new Set(check.scopes.flatMap((scope) => apiOf(scope, input) ?? []));
  return check.policies.flatMap((policy, index) => {
    const { id, displayName } = policy;
    const filter = policies[index]?.conditions.applications?.filter ?? null;
    if (!canSpoil(policy) || filter?.mode !== "exclude") return [];
    const { tree, text } = filter.rule;
    const carries = (appId: string): Tri => (tree.ok ? matchesApp(tree.value, appId, facts).tri : "depends");
    const about = { id, displayName, rule: text, client, carries };
    if (apis.size === 0) return carries(client) === "yes" ? [onClientAlone(about, input)] : [];
    return [...apis].map((api) => attributePoint({ ...about, api }, input));
  });
}

function apiOf(scope: string, { facts }: ChecklistInput): string | null {
  const { of, uri } = splitScope(scope);
  const appId = of === "oidc" ? null : appIdOf(uri, facts);
  return appId === MICROSOFT_GRAPH || appId === WINDOWS_AZURE_AD ? null : appId;
}

type About = {
  readonly id: string;
  readonly displayName: string;
  readonly rule: string;
  readonly api: string;
  readonly client: string;
  readonly carries: (appId: string) => Tri;
};

/** As the guide of 2023 has it: the check asks for no API app, so nobody looks at an attribute. */
function onClientAlone(
  { id, displayName, rule, client }: Omit<About, "api">,
  { tenant: { registrations, principals } }: ChecklistInput,
): CheckPoint {
  const name = nameIn(registrations, client);
  return point(
    {
      id: `attribute ${id} ${client}`,
      namelessApp: namelessIn(registrations, client),
      title: `Attribute by which ${displayName} leaves apps out, not on ${appIn(registrations, client)}`,
      detail: `The rule is ${rule}. Conditional Access looks at the resource, not at the public client, and the password check asks for no API app.`,
      fix: `Give the password check an API app that carries the attribute (recipe D), and remove it from ${name}.`,
    },
    "no",
    principalPageOf(client, principals.find(({ appId }) => appId === client)?.id ?? null),
  );
}

const words: Readonly<Record<Tri, string>> = {
  yes: "carries it",
  no: "does not carry it",
  depends: "was not read, or Graph did not show its attributes",
};

function attributePoint(
  { id, displayName, rule, api, client, carries }: About,
  { tenant: { registrations, principals } }: ChecklistInput,
): CheckPoint {
  const onApi = carries(api);
  // An app that is its own API is meant to carry it.
  const onClient = client === api ? "no" : carries(client);
  const names = { api: nameIn(registrations, api), client: nameIn(registrations, client) };
  const first = { api: nameFirstIn(registrations, api), client: nameFirstIn(registrations, client) };
  const assign = `Assign the attribute of the rule to ${names.api} under Enterprise applications, Custom security attributes.`;
  const remove = `Remove it from ${names.client}, where it does nothing.`;
  const read =
    "Read the custom security attributes too, as somebody with the role Attribute Assignment Reader.";
  const wrong = onApi !== "no" && onClient === "yes" ? client : api;
  return point(
    {
      id: `attribute ${id} ${api}`,
      namelessApp: namelessIn(registrations, wrong),
      title: `Attribute by which ${displayName} leaves apps out, on ${appIn(registrations, api)} alone`,
      detail: `The rule is ${rule}. ${first.api} ${words[onApi]}. ${client === api ? "" : `${first.client} ${words[onClient]}. `}Conditional Access looks at the resource, not at the public client.`,
      fix: [
        ...(onApi === "no" ? [assign] : []),
        ...(onClient === "yes" ? [remove] : []),
        ...(onApi === "depends" || onClient === "depends" ? [read] : []),
      ].join(" "),
    },
    and(onApi, not(onClient)),
    principalPageOf(wrong, principals.find(({ appId }) => appId === wrong)?.id ?? null),
  );
}
