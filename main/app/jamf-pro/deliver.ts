import {
  createBody,
  type Redeploy,
  type StoredProfile,
  updateBody,
} from "../../core/jamf-pro/classic-profile.ts";
import { compareStored } from "../../core/jamf-pro/compare-stored.ts";
import { isJamfConnectDomain, levelOf } from "../../core/jamf-pro/delivery-form.ts";
import type { Difference } from "../../core/jamf-pro/difference.ts";
import { fail, type Problem, type Result, succeed } from "../../core/problem.ts";
import type { JamfProClient } from "../../jamf-pro/index.ts";
import { findProfile } from "./find-profile.ts";
import type { DeliveryPlan } from "./plan-delivery.ts";
import { putUntilKnown } from "./put-until-known.ts";

/** One thing that was done, and when. */
export type DoneStep = { readonly at: number; readonly text: string };

/** What a delivery came to. */
export type Delivered = {
  readonly action: "created" | "updated" | "unchanged";
  readonly id: string;
  readonly name: string;
  readonly differences: readonly Difference[];
  /** Settings that came back exactly. */
  readonly equal: number;
  /**
   * The old profile was put back, because a known defect damaged a setting of Jamf Connect: true when it is there again, false when
   * that could not be seen. Null where nothing was put back.
   */
  readonly restored: boolean | null;
  /** What is on the server now. */
  readonly stored: StoredProfile;
  /** What was there before; null for a new profile. */
  readonly before: StoredProfile | null;
  readonly steps: readonly DoneStep[];
};

export type DeliverOptions = { readonly redeploy: Redeploy; readonly now: () => number };

/**
 * Writes what a plan says, reads it back and compares. Where a known defect of Jamf Pro has damaged a setting of Jamf Connect, the
 * profile that was there is put back.
 *
 * Every problem says what the server has now: `jamf-pro-not-read-back` where the write was taken and nothing could be read
 * after it, `jamf-pro-state-unknown` where not even that is known, those of the client where it was refused.
 */
export async function deliver(
  client: JamfProClient,
  plan: DeliveryPlan,
  { redeploy, now }: DeliverOptions,
): Promise<Result<Delivered>> {
  const steps: DoneStep[] = [];
  const done = (text: string) => void steps.push({ at: now(), text });
  const { stored: before, delivery } = plan;
  if (before !== null) done("Old profile read and kept");
  if (plan.action === "unchanged" && before !== null)
    return succeed({ ...resultOf("unchanged", before, before, plan.standing, plan.equal), steps });
  const id = before === null ? await create(client, plan) : await update(client, plan, before, redeploy);
  if (!id.ok) return id;
  done("New one sent and taken");
  const after = await client.read(id.value);
  if (!after.ok) return fail(notReadBack(id.value, after.problem));
  const identity = before === null ? "new" : "kept";
  const compared = compareStored(plan.document, { ...plan.document, root: after.value.root }, identity);
  const differences = [...aboutDelivery(before, after.value), ...compared.differences];
  done("Read back and compared");
  const result = resultOf(
    before === null ? "created" : "updated",
    after.value,
    before,
    differences,
    compared.equal,
  );
  if (before === null || !isDamaged(differences)) return succeed({ ...result, steps });
  const restored = await restore(client, before);
  done(restored.ok ? "Old profile put back and read again" : "Old profile sent again, and not seen");
  return succeed({
    ...result,
    restored: restored.ok,
    stored: restored.ok ? restored.value : after.value,
    steps,
    name: delivery.name,
  });
}

/** Puts a profile back as it was read, with its identity; Macs that have it are left alone. Problems as {@link deliver}. */
export async function restore(client: JamfProClient, old: StoredProfile): Promise<Result<StoredProfile>> {
  const body = updateBody(old, old.root, "Newly Assigned");
  if (!body.ok) return body;
  const put = await putUntilKnown(client, old, body.value, old.root);
  if (!put.ok) return put;
  const after = await client.read(old.id);
  if (!after.ok) return fail(notReadBack(old.id, after.problem));
  const document = { format: "mobileconfig", encoding: "xml", domain: null, notices: [] } as const;
  const compared = compareStored(
    { ...document, root: old.root },
    { ...document, root: after.value.root },
    "kept",
  );
  const left = compared.differences.filter(({ kind }) => kind !== "usual");
  return left.length === 0
    ? after
    : fail(
        notRestored(
          old.id,
          left.map(({ keyPath }) => keyPath),
        ),
      );
}

function resultOf(
  action: Delivered["action"],
  stored: StoredProfile,
  before: StoredProfile | null,
  differences: readonly Difference[],
  equal: number,
): Omit<Delivered, "steps"> {
  return { action, id: stored.id, name: stored.name, differences, equal, restored: null, stored, before };
}

async function create(client: JamfProClient, { delivery, document }: DeliveryPlan): Promise<Result<string>> {
  const body = createBody({ name: delivery.name, root: document.root, level: levelOf(document) });
  if (!body.ok) return body;
  const written = await client.create(body.value);
  if (written.kind === "refused") return fail(written.problem);
  if (written.kind === "done" && written.id !== null) return succeed(written.id);
  // A second call could make a second profile: the name tells whether the first one arrived.
  const found = await findProfile(client, delivery.name, null);
  if (!found.ok) return fail(stateUnknown(`“${delivery.name}” may have been created.`, found.problem));
  if (found.value !== null) return succeed(found.value.id);
  const { problem } = written.kind === "unknown" ? written : { problem: noId };
  return fail({
    ...problem,
    detail: `${problem.detail} The server has no profile of this name: nothing was created.`,
  });
}

async function update(
  client: JamfProClient,
  plan: DeliveryPlan,
  before: StoredProfile,
  redeploy: Redeploy,
): Promise<Result<string>> {
  const body = updateBody(before, plan.document.root, redeploy);
  if (!body.ok) return body;
  const put = await putUntilKnown(client, before, body.value, plan.document.root);
  return put.ok ? succeed(before.id) : put;
}

/** Scope, category and site are not sent anew: where they are another afterwards, something else happened. */
function aboutDelivery(before: StoredProfile | null, after: StoredProfile): readonly Difference[] {
  if (before === null) return [];
  const facts: readonly (readonly [string, string, string])[] = [
    ["scope", before.scope.fingerprint, after.scope.fingerprint],
    ["category", before.category?.id ?? "", after.category?.id ?? ""],
    ["site", before.site?.id ?? "", after.site?.id ?? ""],
  ];
  return facts
    .filter(([, old, now]) => old !== now)
    .map(([keyPath]) => ({
      domain: null,
      keyPath,
      sent: null,
      stored: null,
      kind: "unexplained",
      isSetting: false,
    }));
}

/** A setting that Macs act on was damaged by Jamf Pro itself. Whatever nobody can explain may be somebody's work and stays. */
function isDamaged(differences: readonly Difference[]): boolean {
  return differences.some(
    ({ kind, isSetting, domain }) => kind === "known-defect" && isSetting && isJamfConnectDomain(domain),
  );
}

const noId: Problem = {
  code: "jamf-pro-half-answer",
  title: "Jamf Pro's answer does not say which profile it made.",
  detail: "It answered that the profile was created.",
  fix: "Look at the profiles in Jamf Pro.",
};

function notReadBack(id: string, cause: Problem): Problem {
  return {
    code: "jamf-pro-not-read-back",
    title: `Profile ${id} was sent and taken, and could not be read back.`,
    detail: `${cause.title} What the server has stored has not been compared. The scope was not touched.`,
    fix: "Wait until the server answers, then run the same again, or compare only (--compare).",
  };
}

function stateUnknown(what: string, cause: Problem): Problem {
  return {
    code: "jamf-pro-state-unknown",
    title: what,
    detail: `The connection ended before an answer came, and afterwards: ${cause.title}`,
    fix: "Wait until the server answers, then run the same again: it finds the profile by its name.",
  };
}

function notRestored(id: string, keyPaths: readonly string[]): Problem {
  return {
    code: "jamf-pro-not-restored",
    title: `The old profile was sent again, and profile ${id} is not as it was.`,
    detail: `These differ: ${keyPaths.slice(0, 5).join(", ")}.`,
    fix: "Look at the profile in Jamf Pro.",
  };
}
