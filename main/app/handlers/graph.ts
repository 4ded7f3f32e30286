import { succeed } from "../../core/problem.ts";
import { testSettings } from "../../core/profile/index.ts";
import type { OpenDocument } from "../document/open-document.ts";
import { policiesOfOtherTenant } from "../graph/other-tenant.ts";
import type { SessionServices } from "../session-services.ts";
import type { HandlersOf } from "./handlers-of.ts";
import { matrixQuestion } from "./matrix-question.ts";

/** A registration that no practice tenant knows, so that each adopts it. */
const practiceClient = "aaaabbbb-0000-4000-8000-0000000000c1";

/** Microsoft Graph: the person's own sign-in, and the policies of their tenant. */
export function graphHandlers(services: SessionServices): HandlersOf<"graph"> {
  const { graph, keeper, policies, practice, document, documents } = services;
  return {
    "graph.view": async () => {
      const { graphFeatures, personScopes } = await import("../../graph/index.ts");
      const running = practice.running();
      const tenant = tenantOf(document());
      const kept = await keeper.read();
      const canRemember = await keeper.canKeep();
      return succeed({
        state: graph.state(),
        features: graphFeatures,
        personScopes,
        authority:
          running?.authority ?? (tenant === null ? null : `https://login.microsoftonline.com/${tenant}`),
        clientId: running === null ? (kept?.clientId ?? null) : practiceClient,
        canRemember,
        keptUser: kept?.userName ?? null,
      });
    },
    "graph.load": async (asked) => {
      const read = await graph.read(asked);
      if (!read.ok) return read;
      const findings = policiesOfOtherTenant(tenantOf(document()), read.value.tenantId);
      const loaded = await policies.take(read.value, findings, practice.running());
      if (loaded.ok) documents.tell();
      return loaded;
    },
    "graph.whatIf": async (input) => {
      const question = await matrixQuestion(services, input);
      if (!question.ok) return question;
      const answer = question.value === null ? succeed(null) : await policies.explain(question.value);
      if (!answer.ok || answer.value === null) return answer.ok ? succeed(null) : answer;
      const signedIn = graph.ports("what-if");
      if (!signedIn.ok) return signedIn;
      const { askWhatIf } = await import("../graph/ask-what-if.ts");
      const { readContextFromJson } = await import("../../core/conditional-access/index.ts");
      const context = readContextFromJson(input.whatIf.assumed);
      return context.ok ? askWhatIf(signedIn.value, answer.value, context.value.facts) : context;
    },
    "graph.findPeople": async ({ words }) => {
      const { findPeople, personScopes } = await import("../../graph/index.ts");
      return graph.useAgain({ scopes: personScopes, purpose: "person" }, (ports) => findPeople(ports, words));
    },
    "graph.person": async ({ id }) => {
      const { personScopes, readPerson } = await import("../../graph/index.ts");
      return graph.useAgain({ scopes: personScopes, purpose: "person" }, (ports) => readPerson(ports, id));
    },
    "graph.stop": async () => {
      graph.stop();
      return succeed(null);
    },
    "graph.signOut": async () => {
      await graph.signOut();
      return succeed(null);
    },
  };
}

/** As the profile names it: an id or a domain. */
function tenantOf(open: OpenDocument | null): string | null {
  if (open === null) return null;
  for (const from of ["login", "menu-bar"] as const) {
    const settings = testSettings(open.document, from);
    if (settings.ok && settings.value.tenant !== null) return settings.value.tenant.value;
  }
  return null;
}
