import { deviceEndPage } from "../pages/device-pages.ts";
import { type Answer, html } from "../server/http.ts";
import type { DeviceSignIn } from "../server/memory.ts";
import type { Practice } from "../server/practice.ts";
import type { Grant } from "../tokens/grant.ts";

/** Lets the other device have its tokens, and says so on a page. */
export function allowDevice(practice: Practice, deviceCode: string, grant: Grant): Answer {
  return end(practice, deviceCode, { kind: "allowed", grant });
}

/** The person said no. */
export function declineDevice(practice: Practice, deviceCode: string): Answer {
  return end(practice, deviceCode, { kind: "declined" });
}

function end(practice: Practice, deviceCode: string, state: DeviceSignIn["state"]): Answer {
  const { deviceSignIns } = practice.memory;
  const waiting = deviceSignIns.get(deviceCode);
  if (waiting !== undefined) deviceSignIns.set(deviceCode, { ...waiting, state });
  return html(deviceEndPage(practice.tenant(), state.kind === "allowed"));
}
