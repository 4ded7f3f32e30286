import { randomUUID } from "node:crypto";
import { connect } from "node:net";
import { endedPage } from "../pages/ended-page.ts";
import { isOrdinaryBrowser } from "../policy/shows-device.ts";
import { type Answer, html, type PracticeRequest } from "./http.ts";
import type { Practice } from "./practice.ts";

/** Most sign-ins that are known to end by hand; older ones end at their redirect URI. */
const most = 50;

/** Lets the sign-in with this `state` end on a page that shows its address, in place of at its redirect URI. */
export function rememberByHand(states: Set<string>, state: string): void {
  states.add(state);
  const [oldest] = states;
  if (states.size > most && oldest !== undefined) states.delete(oldest);
}

/**
 * An answer for the client as a page with its address, where the browser would end on an error: the person brings it back by
 * hand, or a browser is sent to a place of this machine at which nothing listens.
 *
 * @param endsOnPage false where only the first counts
 */
export async function endOnPage(
  answer: Answer,
  { headers: asked }: PracticeRequest,
  practice: Practice,
  endsOnPage: boolean,
): Promise<Answer> {
  const { clientAddress: address } = answer;
  if (address === undefined || !URL.canParse(address)) return answer;
  const isByHand = practice.memory.byHand.has(stateOf(address) ?? "");
  const isMet = endsOnPage && isBrowser(asked) && (await isDeadEnd(new URL(address)));
  if (!isByHand && !isMet) return answer;
  const nonce = randomUUID();
  const shown = html(endedPage(practice.tenant(), address, nonce), { scriptNonce: nonce });
  const { Location: _, ...headers } = answer.headers;
  return { ...shown, headers: { ...headers, ...shown.headers } };
}

function stateOf(address: string): string | null {
  const { searchParams, hash } = new URL(address);
  return searchParams.get("state") ?? new URLSearchParams(hash.slice(1)).get("state");
}

/**
 * Whether a person looks at a browser: programs name no destination, and the web view of a login window, which takes the answer
 * before anything is asked at the redirect URI, is no browser by its name.
 */
function isBrowser(headers: PracticeRequest["headers"]): boolean {
  const agent = headers["user-agent"] ?? "";
  return (
    headers["sec-fetch-dest"] === "document" &&
    isOrdinaryBrowser(agent) &&
    /\b(?:Chrome|Safari|Firefox)\//u.test(agent)
  );
}

const ports: Readonly<Record<string, number>> = { "http:": 80, "https:": 443 };

/** Whether the address is one of this machine at which nothing listens. */
function isDeadEnd({ protocol, hostname, port }: URL): Promise<boolean> {
  const known = ports[protocol];
  const host = hostname.replace(/^\[|\]$/gu, "");
  if (known === undefined || !["127.0.0.1", "localhost", "::1"].includes(host)) return Promise.resolve(false);
  return new Promise((resolve) => {
    const socket = connect(port === "" ? known : Number(port), host);
    const end = (isDead: boolean) => {
      socket.destroy();
      resolve(isDead);
    };
    socket.once("connect", () => end(false));
    socket.once("error", () => end(true));
  });
}
