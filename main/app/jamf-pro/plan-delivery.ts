import { missingPrivilege } from "../../core/jamf-pro/answers.ts";
import type { StoredProfile } from "../../core/jamf-pro/classic-profile.ts";
import { compareStored } from "../../core/jamf-pro/compare-stored.ts";
import { type Delivery, deliveryOf, withStoredIdentity } from "../../core/jamf-pro/delivery-form.ts";
import type { Difference } from "../../core/jamf-pro/difference.ts";
import { refuseUnfaithful, type UnfaithfulValue, unfaithfulValues } from "../../core/jamf-pro/faithful.ts";
import { missingActions, type ProfileAction } from "../../core/jamf-pro/privileges.ts";
import { dict } from "../../core/plist/build.ts";
import { fail, type Problem, type Result, succeed } from "../../core/problem.ts";
import type { ProfileDocument } from "../../core/profile/index.ts";
import type { JamfProClient } from "../../jamf-pro/index.ts";
import { findProfile } from "./find-profile.ts";

/** What would be done on the server, and nothing of it done. */
export type DeliveryPlan = {
  readonly action: "create" | "update" | "unchanged";
  readonly delivery: Delivery;
  /** What is on the server now; null where there is nothing. */
  readonly stored: StoredProfile | null;
  /** The profile as it will be sent, with the identity that is stored. */
  readonly document: ProfileDocument;
  /** What will be another after the delivery: `sent` is the new value, `stored` the one there now. */
  readonly changes: readonly Difference[];
  /** What differs already and stays so, because Jamf Pro does it. */
  readonly standing: readonly Difference[];
  /** Settings that are the same. */
  readonly equal: number;
  /** Values that Jamf Pro is known not to store as they are. */
  readonly unfaithful: readonly UnfaithfulValue[];
};

export type PlanOptions = {
  /** The profile on the server that is meant; null goes by the name. */
  readonly id: string | null;
  /** Makes a new profile whatever there is. */
  readonly asNew?: boolean;
  /** Update even where nothing differs, because Macs are to get it again. */
  readonly evenUnchanged: boolean;
  /** Only looking: nothing is refused that only a write would be refused for. */
  readonly onlyCompare?: boolean;
};

/**
 * Reads what is on the server and says what a delivery would do. It writes nothing, and names a missing privilege before
 * anything is tried.
 *
 * Problems: those of `deliveryOf` and of the client, `jamf-pro-not-faithful`, `jamf-pro-name-ambiguous`.
 */
export async function planDelivery(
  client: JamfProClient,
  document: ProfileDocument,
  options: PlanOptions,
): Promise<Result<DeliveryPlan>> {
  const delivery = deliveryOf(document);
  if (!delivery.ok) return delivery;
  const unfaithful = unfaithfulValues(delivery.value.document, client.server);
  const refusal = options.onlyCompare === true ? null : refuseUnfaithful(unfaithful);
  if (refusal !== null) return fail(refusal);
  const mayRead = needs(client, "read");
  if (!mayRead.ok) return mayRead;
  const found = await findProfile(client, delivery.value.name, options.id);
  if (!found.ok) return found;
  if (options.asNew === true && found.value !== null) return fail(nameExists(found.value));
  const plan = compare(delivery.value, found.value, unfaithful);
  const action = plan.action === "unchanged" && options.evenUnchanged ? "update" : plan.action;
  if (action !== "unchanged" && options.onlyCompare !== true) {
    const may = needs(client, action);
    if (!may.ok) return may;
  }
  return succeed({ ...plan, action });
}

function needs(client: JamfProClient, action: ProfileAction): Result<null> {
  const missing = missingActions(client.server, client.held, [action]);
  return missing.length === 0 ? succeed(null) : fail(missingPrivilege(client.server, missing));
}

function nameExists({ id, name }: StoredProfile): Problem {
  return {
    code: "jamf-pro-name-exists",
    title: `Profile ${id} is called “${name}” already.`,
    detail: "Jamf Pro takes every name once. Nothing was sent.",
    fix: "Update that profile, or give this one another name.",
  };
}

const nothing: ProfileDocument = {
  format: "mobileconfig",
  encoding: "xml",
  root: dict([]),
  domain: null,
  notices: [],
};

function compare(
  delivery: Delivery,
  stored: StoredProfile | null,
  unfaithful: readonly UnfaithfulValue[],
): DeliveryPlan {
  if (stored === null) {
    const { differences } = compareStored(delivery.document, nothing, "new");
    const changes = differences.filter(({ isSetting }) => isSetting);
    return {
      action: "create",
      delivery,
      stored,
      document: delivery.document,
      changes,
      standing: [],
      equal: 0,
      unfaithful,
    };
  }
  const document = { ...delivery.document, root: withStoredIdentity(delivery, stored.root) };
  const { differences, equal } = compareStored(document, { ...document, root: stored.root }, "kept");
  const changes = differences.filter(({ kind }) => kind === "unexplained");
  const standing = differences.filter(({ kind }) => kind !== "unexplained");
  const action = changes.length === 0 ? "unchanged" : "update";
  return { action, delivery, stored, document, changes, standing, equal, unfaithful };
}
