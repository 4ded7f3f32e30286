import { type Acceptance, acceptDifference } from "../../core/jamf-pro/accept-difference.ts";
import type { Redeploy } from "../../core/jamf-pro/classic-profile.ts";
import { deliveryOf } from "../../core/jamf-pro/delivery-form.ts";
import type { Difference } from "../../core/jamf-pro/difference.ts";
import type { JamfProCredentials, JamfProServer } from "../../core/jamf-pro/server.ts";
import { fail, type Result, succeed } from "../../core/problem.ts";
import type { ProfileDocument } from "../../core/profile/index.ts";
import { connectToJamfPro, type JamfProClient, type JamfProPorts } from "../../jamf-pro/index.ts";
import { type Delivered, deliver } from "./deliver.ts";
import { type JamfConnectProfiles, listJamfConnectProfiles } from "./list-profiles.ts";
import { lockOutFindings, refuseLockOut } from "./lock-out.ts";
import { type DeliveryPlan, planDelivery } from "./plan-delivery.ts";

/** `dry-run` says what would be done, `compare` what on the server is not as it was sent, `list` what is there. */
export type DeliveryMode = "deliver" | "dry-run" | "compare" | "list";

export type DeliveryRequest = {
  readonly server: JamfProServer;
  readonly credentials: JamfProCredentials;
  /** Null only for `list`. */
  readonly document: ProfileDocument | null;
  readonly mode: DeliveryMode;
  readonly id: string | null;
  readonly redeploy: Redeploy;
  readonly acceptLockOut: boolean;
  /** Unexplained differences that are taken as they are; what is none is said and passed over. */
  readonly acceptances: readonly Acceptance[];
  /** Hears what is being done. */
  readonly progress: (text: string) => void;
};

/** In a dry run a difference is what would change: `sent` the new value, `stored` the one there now. */
export type PlannedDifference = Omit<Difference, "kind"> & { readonly kind: Difference["kind"] | "change" };

export type ProfileDelivery =
  | { readonly kind: "listed"; readonly list: JamfConnectProfiles }
  | {
      readonly kind: "planned";
      readonly mode: DeliveryMode;
      readonly plan: DeliveryPlan;
      readonly differences: readonly PlannedDifference[];
    }
  | { readonly kind: "delivered"; readonly delivered: Delivered };

/**
 * One delivery from signing in to signing out: the whole use case for hosts that ask nobody in between.
 *
 * Problems: those of `connectToJamfPro`, `planDelivery` and `deliver`, and `lock-out`.
 */
export async function deliverProfile(
  ports: JamfProPorts,
  request: DeliveryRequest,
): Promise<Result<ProfileDelivery>> {
  const early = refuseEarly(request);
  if (!early.ok) return early;
  const client = await connectToJamfPro(ports, request.server, request.credentials);
  if (!client.ok) return client;
  const version = client.value.version === null ? "Jamf Pro" : `Jamf Pro ${client.value.version}`;
  request.progress(`Signed in to ${new URL(request.server.origin).host}, ${version}.`);
  try {
    return await withClient(client.value, ports, request);
  } finally {
    await client.value.close();
  }
}

/** What needs no server is said before a secret leaves. */
function refuseEarly({ document, mode, acceptLockOut }: DeliveryRequest): Result<null> {
  if (document === null || mode === "list") return succeed(null);
  const form = deliveryOf(document);
  if (!form.ok) return form;
  return mode === "deliver" ? refuseLockOut(lockOutFindings(document), acceptLockOut) : succeed(null);
}

async function withClient(
  client: JamfProClient,
  ports: JamfProPorts,
  request: DeliveryRequest,
): Promise<Result<ProfileDelivery>> {
  const { document, mode } = request;
  if (mode === "list" || document === null) {
    const form = document === null ? null : deliveryOf(document);
    const open = form?.ok === true ? form.value : null;
    const list = await listJamfConnectProfiles(client, open);
    return list.ok ? succeed({ kind: "listed", list: list.value }) : list;
  }
  const isCompare = mode === "compare";
  const plan = await planDelivery(client, document, {
    id: request.id,
    evenUnchanged: request.redeploy === "All" && !isCompare,
    onlyCompare: isCompare,
  });
  if (!plan.ok) return plan;
  if (mode !== "deliver")
    return succeed({
      kind: "planned",
      mode,
      plan: plan.value,
      differences: accepted(
        planned(plan.value, isCompare),
        isCompare ? request : { ...request, acceptances: [] },
      ),
    });
  for (const { keyPath, becomes, defect } of plan.value.unfaithful)
    request.progress(`${keyPath}: ${becomes} Known as ${defect}.`);
  const delivered = await deliver(client, plan.value, { redeploy: request.redeploy, now: ports.now });
  if (!delivered.ok) return fail(delivered.problem);
  const differences = accepted(delivered.value.differences, request);
  return succeed({ kind: "delivered", delivered: { ...delivered.value, differences } });
}

/** A delivery that is done is not undone by a wrong acceptance: that is said, and the difference stays open. */
function accepted<One extends PlannedDifference | Difference>(
  differences: readonly One[],
  { acceptances, progress }: Pick<DeliveryRequest, "acceptances" | "progress">,
): readonly One[] {
  return acceptances.reduce((all, acceptance) => {
    const done = acceptDifference(all, acceptance);
    if (!done.ok) progress(`${done.problem.title} ${done.problem.detail}`);
    return done.ok ? done.value : all;
  }, differences);
}

function planned({ changes, standing }: DeliveryPlan, isCompare: boolean): readonly PlannedDifference[] {
  if (isCompare) return [...changes, ...standing];
  return changes.map((change) => ({ ...change, kind: "change" }));
}
