import { acceptDifference } from "../../core/jamf-pro/accept-difference.ts";
import { plainFileName } from "../../core/plain-file-name.ts";
import { fail, succeed } from "../../core/problem.ts";
import { deliveryReport } from "../../core/report/index.ts";
import { handOver } from "../hand-over.ts";
import { type Delivered, restore } from "../jamf-pro/deliver.ts";
import { deliveredView } from "../jamf-pro/views.ts";
import type { SessionServices } from "../session-services.ts";
import type { HandlersOf } from "./handlers-of.ts";

type AboutDelivered = "jamfPro.accept" | "jamfPro.report" | "jamfPro.restore";

/** What can be done with what was delivered last. */
export function deliveredHandlers({
  ports,
  jamfPro: desk,
}: SessionServices): Pick<HandlersOf<"jamfPro">, AboutDelivered> {
  return {
    "jamfPro.accept": async (acceptance) => {
      const { last } = desk;
      if (last === null) return fail(nothingDelivered);
      const accepted = acceptDifference(last.differences, acceptance);
      if (!accepted.ok) return accepted;
      const text = `Accepted ${acceptance.keyPath}: ${acceptance.reason.trim()}`;
      const steps = [...last.steps, { at: ports.now(), text }];
      desk.last = { ...last, differences: accepted.value, steps };
      return succeed(deliveredView(desk.last));
    },
    "jamfPro.report": async () => {
      const { last } = desk;
      if (last === null) return fail(nothingDelivered);
      const view = deliveredView(last);
      const page = deliveryReport(view, desk.current()?.host ?? "");
      const fileName = plainFileName(`${view.name} delivery.md`, "delivery");
      return handOver(ports, { fileName, bytes: Buffer.from(page, "utf8") });
    },
    "jamfPro.restore": async () => {
      const client = desk.client();
      if (!client.ok) return client;
      const { last } = desk;
      if (last === null || last.before === null) return fail(nothingToRestore);
      const old = await restore(client.value, last.before);
      if (!old.ok) return old;
      const steps = [...last.steps, { at: ports.now(), text: "Old profile put back and read again" }];
      const done: Delivered = {
        ...last,
        stored: old.value,
        before: null,
        restored: true,
        differences: [],
        steps,
      };
      desk.last = done;
      return succeed(deliveredView(done));
    },
  };
}

const nothingDelivered = {
  code: "jamf-pro-nothing-delivered",
  title: "Nothing was delivered since you signed in.",
  detail: "There is no delivery to accept something of or to report.",
  fix: "Deliver the profile first.",
};

const nothingToRestore = {
  code: "jamf-pro-nothing-to-restore",
  title: "There is no old profile to put back.",
  detail: "The last delivery made a new one, or the old one is there already.",
  fix: "Delete the new profile in Jamf Pro, or deliver again.",
};
