import type { Finding } from "../finding.ts";
import { isGuid } from "../guid.ts";
import { codeOf, type FixQuestion } from "./fixes/fix-question.ts";

/** What a run has to say about the client id itself. */
export function clientFindings(question: FixQuestion): readonly Finding[] {
  return [adopted(question), neverReplaced(question)].filter((finding) => finding !== null);
}

/** A practice tenant that adopts a client is kind; a real tenant would have answered 700016. */
function adopted({ adoptedClient, kind }: FixQuestion): Finding | null {
  if (adoptedClient === null) return null;
  return {
    rule: "practice-adopted-client",
    severity: "info",
    certainty: "documented",
    title: "The practice tenant stood in for this application.",
    detail: `It does not know the client id ${adoptedClient} and treated it as its own application. So this result says nothing about your app registration: whether it exists, its redirect URI, its consent, "Allow public client flows".`,
    where: { step: kind === "ropg" ? "request" : "authorize" },
    fix: { label: "Test the registration", steps: ["Turn off Practice and test against your own tenant."] },
  };
}

/** Every id that Entra gives to an application is a GUID, so another one was never Entra's. */
function neverReplaced({ ending, settings }: FixQuestion): Finding | null {
  const { clientId } = settings;
  if (codeOf(ending) !== 700016 || clientId === null || isGuid(clientId.value)) return null;
  return {
    rule: "sample-client-id",
    severity: "error",
    certainty: "documented",
    title: "The sample's client id was never replaced.",
    detail: `${JSON.stringify(clientId.value.slice(0, 80))} is no GUID, and every application (client) id is one. It looks like the placeholder of a sample.`,
    where: { domain: clientId.domain, ...(clientId.keyPath === null ? {} : { keyPath: clientId.keyPath }) },
    fix: {
      label: "Put in your own",
      steps: ["Copy the Application (client) ID from the overview of the app registration into this key."],
      link: "https://entra.microsoft.com/#view/Microsoft_AAD_RegisteredApps/ApplicationsListBlade",
    },
  };
}
