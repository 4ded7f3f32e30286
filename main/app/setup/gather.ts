import type { SetUpChoice } from "../../../preload/contract.ts";
import { isGuid } from "../../core/guid.ts";
import type { Tested } from "../../core/pair/predict.ts";
import { type Result, succeed } from "../../core/problem.ts";
import {
  type LookUp,
  lookUpIn,
  policiesOnEverything,
  readSetupRequest,
  type SetupPlan,
  setUp,
} from "../../core/setup/index.ts";
import type { PracticeTenant } from "../../practice-tenant/index.ts";
import { noDocument, type OpenDocument } from "../document/open-document.ts";
import type { KnownTenant, Policies } from "../policies/policies.ts";
import { profileSignIns } from "../policies/profile-sign-ins.ts";
import type { Practice } from "../practice/practice.ts";
import { objectsIn } from "./walk.ts";

/** What a set-up is about: the open profile, and the tenant that it would be carried out in. */
export type SetUpSubject = {
  readonly open: OpenDocument;
  readonly tested: Tested;
  readonly practice: PracticeTenant | null;
  /** Null without policies. */
  readonly known: KnownTenant | null;
  /** As the profile names it, or the practice tenant's id while it runs. */
  readonly tenant: string;
};

/** Where the subject of a set-up comes from. */
export type SetUpSources = {
  readonly document: () => OpenDocument | null;
  readonly practice: Pick<Practice, "running">;
  readonly policies: Pick<Policies, "known">;
};

/** Problems: `no-profile`, `provider-not-entra`, and those of the profile's settings. */
export function setUpSubject({ document, practice, policies }: SetUpSources): Result<SetUpSubject> {
  const open = document();
  if (open === null) return noDocument();
  const signIns = profileSignIns([{ document: open.document, path: null }], null);
  if (!signIns.ok) return signIns;
  const running = practice.running();
  const { tested } = signIns.value;
  const named = (tested.login ?? tested.check)?.tenant?.value ?? "";
  return succeed({
    open,
    tested,
    practice: running,
    known: policies.known(running),
    tenant: running?.description.tenantId ?? named,
  });
}

/** The chosen recipe as steps for this tenant. Problems: those of `readSetupRequest` and `setUp`. */
export function planFor({ tenant, known }: SetUpSubject, choice: SetUpChoice): Result<SetupPlan> {
  const raw = (known?.input.policies ?? []).map((policy) => policy.raw);
  const request = readSetupRequest({
    tenant,
    recipe: choice.recipe,
    additions: choice.additions,
    name: choice.name.trim() === "" ? null : choice.name,
    breakGlass: choice.breakGlass.trim() === "" ? null : choice.breakGlass,
    policies: policiesOnEverything(raw).map(({ id, displayName, applications }) => ({
      id,
      displayName,
      applications,
    })),
  });
  return request.ok ? setUp(request.value) : request;
}

/** How the steps are looked up: the practice tenant is asked, of a real one only what was read counts. */
export function lookUpFor({ practice, known }: SetUpSubject, plan: SetupPlan): LookUp {
  if (practice === null) return lookUpIn(known?.lists ?? new Map());
  return async (request) => {
    const { status, body } = await practice.administer(plan.permissions, request);
    if (status === 200) return { kind: "found", objects: objectsIn(body) };
    return status === 404
      ? { kind: "found", objects: [] }
      : { kind: "cannot-tell", why: `Microsoft Graph answered with ${status}.` };
  };
}

/** Accounts and groups by name, as far as they are known. */
export function peopleOf({
  practice,
  known,
}: SetUpSubject): readonly { readonly id: string; readonly name: string }[] {
  if (practice !== null)
    return practice.tenant().users.map(({ id, displayName }) => ({ id, name: displayName }));
  return (known?.named ?? [])
    .filter(({ kind, id }) => kind === "user" && isGuid(id))
    .map(({ id, displayName }) => ({ id, name: displayName }));
}
