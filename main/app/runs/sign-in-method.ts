import type { EventPayload } from "../../../preload/contract.ts";
import type { Via } from "../../core/login-result.ts";
import type { TestSettings } from "../../core/profile/test-settings.ts";
import type { HostPorts, SignInMethod } from "../ports.ts";

/** The sign-in method that a run asks for, or the browser where the host has no login window. */
export function possibleVia({ capabilities }: Pick<HostPorts, "capabilities">, wanted: Via): Via {
  return capabilities.canOpenLoginWindow ? wanted : "browser";
}

/** @param announce tells where the person has to sign in, as soon as that is known */
export function signInMethod(
  ports: Pick<HostPorts, "capabilities" | "signInMethod">,
  settings: TestSettings,
  via: Via,
  announce: (prompt: Omit<EventPayload<"test.signIn">, "runId">) => void,
): SignInMethod {
  const redirectUri = settings.redirectUri.value;
  const method: SignInMethod = ports.signInMethod(possibleVia(ports, via), redirectUri, (url) => {
    announce({ url, how: method.how, via: method.via, redirectUri, leftMs: method.patienceMs });
  });
  return method;
}
