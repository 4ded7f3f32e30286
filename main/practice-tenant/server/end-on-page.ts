import { randomUUID } from "node:crypto";
import { endedPage } from "../pages/ended-page.ts";
import { type Answer, html } from "./http.ts";
import type { Practice } from "./practice.ts";

/** Most sign-ins that are known to end by hand; older ones end at their redirect URI. */
const most = 50;

/** Lets the sign-in with this `state` end on a page that shows its address, in place of at its redirect URI. */
export function rememberByHand(states: Set<string>, state: string): void {
  states.add(state);
  const [oldest] = states;
  if (states.size > most && oldest !== undefined) states.delete(oldest);
}

/** An answer that would send the browser to a redirect URI at which nothing listens, as a page with that address. */
export function endOnPage(answer: Answer, practice: Practice): Answer {
  const { Location: address, ...headers } = answer.headers;
  if (answer.status !== 302 || typeof address !== "string") return answer;
  const state = stateOf(address);
  if (state === null || !practice.memory.byHand.has(state)) return answer;
  const nonce = randomUUID();
  const shown = html(endedPage(practice.tenant(), address, nonce), { scriptNonce: nonce });
  return { ...shown, headers: { ...headers, ...shown.headers } };
}

function stateOf(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { searchParams, hash } = new URL(address);
  return searchParams.get("state") ?? new URLSearchParams(hash.slice(1)).get("state");
}
