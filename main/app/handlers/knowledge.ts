import { claimCatalogue } from "../../core/claims/catalogue.ts";
import { succeed } from "../../core/problem.ts";
import type { SessionServices } from "../session-services.ts";
import type { HandlersOf } from "./handlers-of.ts";

/** What the app knows by itself: about this host, about claims, about errors. */
export function knowledgeHandlers({ ports }: SessionServices): HandlersOf<"app" | "tokens" | "explain"> {
  return {
    "app.describe": async () => succeed({ version: ports.version, capabilities: ports.capabilities }),
    "tokens.claims": async () => succeed(claimCatalogue),
    "explain.text": async ({ text }) => {
      const { explainText } = await import("../../core/explain/explain-text.ts");
      return explainText(text);
    },
  };
}
