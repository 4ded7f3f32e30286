import { claimCatalogue } from "../../core/claims/catalogue.ts";
import { succeed } from "../../core/problem.ts";
import { keyEntries } from "../document/key-rows.ts";
import type { SessionServices } from "../session-services.ts";
import type { HandlersOf } from "./handlers-of.ts";

/** What the app knows by itself: about this host, about claims, about keys. */
export function knowledgeHandlers({ ports }: SessionServices): HandlersOf<"app" | "keys" | "tokens"> {
  return {
    "app.describe": async () => succeed({ version: ports.version, capabilities: ports.capabilities }),
    "app.watchClosing": async () => {
      ports.closing?.pageAnswers();
      return succeed(null);
    },
    "app.answerClosing": async ({ close }) => {
      ports.closing?.answer(close);
      return succeed(null);
    },
    "keys.catalogue": async () => succeed(keyEntries()),
    "tokens.claims": async () => succeed(claimCatalogue),
  };
}
