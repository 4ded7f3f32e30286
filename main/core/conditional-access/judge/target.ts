import type { Certainty } from "../../finding.ts";
import { MICROSOFT_GRAPH } from "../../microsoft-apps.ts";
import type { ApplicationConditions, ApplicationSet, RuleFilter } from "../policy.ts";
import { nameOf, type Resource } from "../sign-in/resources.ts";
import type { SignInContext } from "../sign-in/sign-in-context.ts";
import { OFFICE_365_IDS } from "../sign-in/well-known.ts";
import { and, not, or, type Tri } from "../tri.ts";
import { matchesApp } from "./app-attributes.ts";

/** Whether a policy targets one resource, why, and what would have to be known. */
export type TargetAnswer = {
  readonly outcome: Tri;
  readonly text: () => string;
  readonly missing: readonly string[];
  readonly certainty: Certainty;
};

type App = Extract<Resource, { kind: "app" }>;
type Part = { readonly tri: Tri; readonly missing: readonly string[]; readonly inferred: boolean };

const NO: Part = { tri: "no", missing: [], inferred: false };
const YES: Part = { tri: "yes", missing: [], inferred: false };

/**
 * A policy against one app: listed, not excluded; application filters are evaluated on the app's custom security
 * attributes, because Conditional Access looks at resources and never at public clients.
 *
 * Sources: https://learn.microsoft.com/entra/identity/conditional-access/concept-conditional-access-cloud-apps,
 * https://learn.microsoft.com/entra/identity/conditional-access/concept-filter-for-applications
 */
export function judgeApp(app: App, applications: ApplicationConditions, facts: SignInContext): TargetAnswer {
  const name = labelOf(app);
  const { include, exclude, filter } = applications;
  const filtered = filter === null ? NO : filterPart(filter, app, facts);
  const includes = either(listed(include, app), filter === null || filter.mode === "exclude" ? NO : filtered);
  const excludes = either(listed(exclude, app), filter === null || filter.mode === "include" ? NO : filtered);
  const outcome = and(includes.tri, not(excludes.tri));
  const certainty = includes.inferred || excludes.inferred ? "inferred" : "documented";
  if (includes.tri === "no")
    return {
      outcome,
      text: () => `The policy targets ${targetText(applications)}, not ${name}.`,
      missing: [],
      certainty,
    };
  if (excludes.tri === "yes")
    return { outcome, text: () => `The policy excludes ${name}.`, missing: [], certainty };
  if (outcome === "depends") {
    const missing = [
      ...new Set([...(includes.tri === "depends" ? includes.missing : []), ...excludes.missing]),
    ];
    return {
      outcome,
      text: () => `The policy targets ${targetText(applications)}. Not given: ${missing.join(", ")}.`,
      missing,
      certainty,
    };
  }
  return {
    outcome,
    text: () => `The policy targets ${targetText(applications)}; the sign-in asks for ${name}.`,
    missing: [],
    certainty,
  };
}

function listed(set: ApplicationSet, app: App): Part {
  if (set.everything) return YES;
  if (app.appId === null) {
    if (set.ids.keys.size === 0) return NO;
    return { tri: "depends", missing: [`app id of ${app.uri ?? "the resource"}`], inferred: true };
  }
  if (set.ids.keys.has(app.appId)) return YES;
  if (app.appId === MICROSOFT_GRAPH) return throughGraph(set);
  return set.office365 && OFFICE_365_IDS.has(app.appId) ? YES : NO;
}

/** Microsoft Graph stands in front of other services, and nobody says which of them a request reaches. */
function throughGraph(set: ApplicationSet): Part {
  const reaches = set.office365 || [...OFFICE_365_IDS].some((id) => set.ids.keys.has(id));
  return reaches ? { tri: "depends", missing: ["service behind Microsoft Graph"], inferred: true } : NO;
}

function filterPart(filter: RuleFilter, app: App, facts: SignInContext): Part {
  if (filter.mode === null)
    return { tri: "depends", missing: ["mode of the application filter"], inferred: true };
  if (!filter.rule.tree.ok)
    return { tri: "depends", missing: ["application filter that cannot be read"], inferred: true };
  const { tri, asksElse } = matchesApp(filter.rule.tree.value, app.appId, facts);
  const missing = asksElse
    ? "attribute of the application filter"
    : `custom security attributes of ${labelOf(app)}`;
  return { tri, missing: tri === "depends" ? [missing] : [], inferred: true };
}

function either(a: Part, b: Part): Part {
  if (a === NO) return b;
  if (b === NO) return a;
  const missing = a.missing.length === 0 ? b.missing : [...a.missing, ...b.missing];
  return { tri: or(a.tri, b.tri), missing, inferred: decides(a, b) };
}

/** A documented yes needs no inferred help. */
function decides(a: Part, b: Part): boolean {
  if ((a.tri === "yes" && !a.inferred) || (b.tri === "yes" && !b.inferred)) return false;
  return a.inferred || b.inferred;
}

export function labelOf(app: App): string {
  return app.name ?? app.uri ?? app.appId ?? "the resource";
}

/** The app with this id as a resource, with its name where it is known. */
export function appWithId(appId: string, facts: SignInContext): App {
  return { kind: "app", appId, uri: null, name: nameOf(appId, facts) };
}

/** What a policy targets, in a few words: `all resources, 2 excluded`. */
export function targetText(applications: ApplicationConditions): string {
  const { include, exclude, filter } = applications;
  const parts: string[] = [];
  if (include.everything) parts.push("all resources");
  if (include.office365) parts.push("Office 365");
  if (include.adminPortals) parts.push("Microsoft admin portals");
  if (include.ids.written.length > 0)
    parts.push(`${include.ids.written.length} listed app${include.ids.written.length === 1 ? "" : "s"}`);
  if (filter !== null && filter.mode !== "exclude") parts.push("apps by attribute");
  const excluded = exclude.ids.written.length + (exclude.office365 ? 1 : 0) + (exclude.adminPortals ? 1 : 0);
  if (excluded > 0) parts.push(`${excluded} excluded`);
  if (filter?.mode === "exclude") parts.push("excluded by attribute");
  return parts.length === 0 ? "no resource" : parts.join(", ");
}
