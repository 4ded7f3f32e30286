import { claimCatalogue } from "../../core/claims/catalogue.ts";
import { succeed } from "../../core/problem.ts";
import { keyEntries } from "../document/key-rows.ts";
import type { SessionServices } from "../session-services.ts";
import type { HandlersOf } from "./handlers-of.ts";

/** What the app knows by itself: about this host, about claims, about errors. */
export function knowledgeHandlers({
  ports,
}: SessionServices): HandlersOf<"app" | "keys" | "tokens" | "explain"> {
  return {
    "app.describe": async () => succeed({ version: ports.version, capabilities: ports.capabilities }),
    "keys.catalogue": async () => succeed(keyEntries()),
    "tokens.claims": async () => succeed(claimCatalogue),
    "explain.text": async ({ text }) => {
      const { explainText } = await import("../../core/explain/explain-text.ts");
      return explainText(text);
    },
    "explain.list": async () => {
      const { listKnowledge } = await import("../../core/explain/list-knowledge.ts");
      return succeed(listKnowledge());
    },
  };
}
