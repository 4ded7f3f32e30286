import { claimCatalogue } from "../../core/claims/catalogue.ts";
import { documentedRule } from "../../core/lint/documented-rules.ts";
import { succeed } from "../../core/problem.ts";
import { keyEntries } from "../document/key-rows.ts";
import type { SessionServices } from "../session-services.ts";
import type { HandlersOf } from "./handlers-of.ts";

/** What the app knows by itself: about this host, about rules of lint, claims and keys. */
export function knowledgeHandlers({
  ports,
}: SessionServices): HandlersOf<"app" | "keys" | "rules" | "tokens"> {
  return {
    "app.describe": async () => succeed({ version: ports.version, capabilities: ports.capabilities }),
    "app.watchClosing": async ({ canAsk }) => {
      ports.closing?.pageCanAsk(canAsk);
      return succeed(null);
    },
    "app.answerClosing": async ({ close }) => {
      ports.closing?.answer(close);
      return succeed(null);
    },
    "keys.catalogue": async () => succeed(keyEntries()),
    "rules.explain": async ({ rule }) => succeed(documentedRule(rule)),
    "tokens.claims": async () => succeed(claimCatalogue),
  };
}
