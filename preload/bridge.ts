import { type CallName, callNames, type EventName, eventNames } from "./contract.ts";

/** Name of the channel that carries a call, in every host. */
export function callChannel(name: CallName): string {
  return `latchkey:call:${name}`;
}

/** Name of the channel that carries an event, in every host. */
export function eventChannel(name: EventName): string {
  return `latchkey:event:${name}`;
}

/** Carries the path of a file that a person picked or dropped, from a preload script to main. */
export const fileChannel = "latchkey:file";

/** What a page of the browser host asks on the event socket, and what it is answered, to know that the app still runs. */
export const signOfLife = "sign-of-life";

/** The header of an answer: how many events the app had told by then. The first frame of the event socket is the same number. */
export const eventsToldHeader = "x-events-told";

/** The header of a call: an id of the page, and how many calls it had made before, so that they begin in their order. */
export const callTurnHeader = "x-call-turn";

/** The header that carries the name of an uploaded file, percent-encoded. */
export const fileNameHeader = "x-file-name";

/** True for names the contract lists; anything else never leaves the page. */
export function isCallName(name: string): name is CallName {
  return (callNames as readonly string[]).includes(name);
}

/** True for events the contract lists. */
export function isEventName(name: string): name is EventName {
  return (eventNames as readonly string[]).includes(name);
}
