/** Profiles inside something else: answers of servers, Base64, escaped XML, mails. */
export type { Layer } from "./layer.ts";
export { statedLength, textBegins } from "./looks-like.ts";
export { inside, placeText, type TakenOut, takeOut } from "./take-out.ts";
