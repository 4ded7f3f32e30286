import type { Answer } from "../server/http.ts";
import { findClient } from "../sign-in/find-client.ts";
import type { Tenant } from "../tenant/schema.ts";

/** Ours, no header of Entra's: the client that the practice tenant stands in for. */
export const ADOPTED_CLIENT_HEADER = "x-latchkey-practice-adopted-client";

/**
 * Says on an answer that the tenant does not know this client and stands in for it. Whoever reads the answer would
 * otherwise believe that the app registration is right.
 */
export function sayAdoption(answer: Answer, clientId: string | null, tenant: Tenant): Answer {
  const client = findClient(clientId ?? "", tenant);
  if (!("adopted" in client) || !client.adopted) return answer;
  return { ...answer, headers: { ...answer.headers, [ADOPTED_CLIENT_HEADER]: client.clientId } };
}
