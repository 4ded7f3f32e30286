import { deliveryOf } from "../../core/jamf-pro/delivery-form.ts";
import { rightsFor } from "../../core/jamf-pro/privileges.ts";
import { fail, succeed } from "../../core/problem.ts";
import { wholeDocument } from "../document/left-out.ts";
import { noDocument } from "../document/open-document.ts";
import { deliveryAsCode } from "../jamf-pro/as-code.ts";
import { deliver } from "../jamf-pro/deliver.ts";
import { listJamfConnectProfiles } from "../jamf-pro/list-profiles.ts";
import { lockOutFindings, refuseLockOut } from "../jamf-pro/lock-out.ts";
import { planDelivery } from "../jamf-pro/plan-delivery.ts";
import { deliveredView, planView, profilesView } from "../jamf-pro/views.ts";
import type { SessionServices } from "../session-services.ts";
import type { HandlersOf } from "./handlers-of.ts";
import { deliveredHandlers } from "./jamf-pro-delivered.ts";

const rights = { server: rightsFor({ kind: "classic" }), gateway: rightsFor({ kind: "gateway" }) };

/** Signing in to a Jamf Pro, and delivering the open profile to it. */
export function jamfProHandlers(services: SessionServices): HandlersOf<"jamfPro"> {
  const { ports, document, lintContext, lastExport, jamfPro: desk } = services;
  const options = (id: string | null, evenUnchanged: boolean) => ({ id, asNew: id === null, evenUnchanged });
  return {
    "jamfPro.current": async () =>
      succeed({ connection: desk.current(), canRemember: await desk.canRemember(), rights }),
    "jamfPro.connect": (wanted) => desk.connect(wanted),
    "jamfPro.practise": ({ gateway }) => desk.practise(gateway),
    "jamfPro.disconnect": async ({ forget }) => {
      await desk.disconnect(forget);
      return succeed(null);
    },
    "jamfPro.profiles": async () => {
      const client = desk.client();
      if (!client.ok) return client;
      const open = document();
      const form = open === null ? null : deliveryOf(open.document);
      const named = form?.ok === true ? form.value : null;
      desk.stopsReading = false;
      const list = await listJamfConnectProfiles(client.value, named, (read, all) => {
        ports.emit("jamfPro.reading", { read, all });
        return !desk.stopsReading;
      });
      return list.ok ? succeed(profilesView(list.value, named?.name ?? null)) : list;
    },
    "jamfPro.stopReading": async () => {
      desk.stopsReading = true;
      return succeed(null);
    },
    "jamfPro.plan": async ({ id }) => {
      const open = document();
      if (open === null) return noDocument();
      const client = desk.client();
      if (!client.ok) return client;
      const plan = await planDelivery(client.value, open.document, options(id, false));
      return plan.ok
        ? succeed(planView(plan.value, lockOutFindings(open.document, lintContext(open))))
        : plan;
    },
    "jamfPro.deliver": async ({ id, redeployTo, lockOutOf }) => {
      const open = document();
      if (open === null) return noDocument();
      const whole = wholeDocument(open);
      if (!whole.ok) return whole;
      const client = desk.client();
      if (!client.ok) return client;
      const plan = await planDelivery(client.value, open.document, options(id, redeployTo !== null));
      if (!plan.ok) return plan;
      // A confirmation holds for the profile whose name was typed, whatever page asks.
      const name = plan.value.stored?.name ?? plan.value.delivery.name;
      const isTyped = (typed: string | null) => typed?.trim() === name;
      if (redeployTo !== null && !isTyped(redeployTo)) return fail(notConfirmed(name));
      const allowed = refuseLockOut(lockOutFindings(open.document, lintContext(open)), isTyped(lockOutOf));
      if (!allowed.ok)
        return fail({
          ...allowed.problem,
          fix: "Mend it, or type the profile's name to deliver it all the same.",
        });
      const redeploy = redeployTo === null ? "Newly Assigned" : "All";
      const done = await deliver(client.value, plan.value, { redeploy, now: ports.now });
      if (!done.ok) return done;
      desk.last = done.value;
      lastExport.keep(open, null);
      return succeed(deliveredView(done.value));
    },
    ...deliveredHandlers(services),
    "jamfPro.code": async ({ format }) => {
      const open = document();
      if (open === null) return noDocument();
      const code = await deliveryAsCode(open.document, format);
      return code.ok ? succeed({ code: code.value }) : code;
    },
  };
}

function notConfirmed(name: string) {
  return {
    code: "not-confirmed",
    title: "What was typed is not the name of the profile.",
    detail: `The profile is called “${name}”. Nothing was sent.`,
    fix: "Type its name exactly, or leave out what it confirms.",
  };
}
