import { timingSafeEqual } from "node:crypto";
import { errorPage } from "../pages/error-page.ts";
import { type Answer, html, type PracticeRequest } from "../server/http.ts";
import type { PendingSignIn } from "../server/memory.ts";
import type { Practice } from "../server/practice.ts";
import { requestIds } from "./failure-answer.ts";

/** The sign-in that a form of one of our pages belongs to. */
export type PostedFlow = { readonly handle: string; readonly pending: PendingSignIn };

/**
 * Finds the sign-in of a posted form. The form has to come from a page of this tenant, and from the page of this very
 * sign-in: its token stands in the page only. Otherwise another site could sign somebody in as somebody else, or take a
 * password that a person types there to the practice tenant.
 *
 * @returns the page to answer with where it does not belong here
 */
export function postedFlow(request: PracticeRequest, practice: Practice): PostedFlow | Answer {
  const ids = requestIds(request, practice);
  if (!isFromOwnPage(request)) {
    return html(errorPage(practice.tenant(), { foreign: true }, ids), { status: 403 });
  }
  const handle = request.form.get("ctx") ?? "";
  const pending = practice.memory.pending.get(handle);
  if (pending === undefined || !isEqual(request.form.get("flowToken") ?? "", pending.flowToken)) {
    return html(errorPage(practice.tenant(), { expired: true }, ids));
  }
  return { handle, pending };
}

/**
 * Whether a request was not sent by a page of another origin. Browsers say so in `Sec-Fetch-Site` and `Origin` and let no
 * page change them; what sends neither is no browser (https://www.w3.org/TR/fetch-metadata/).
 */
export function isFromOwnPage({ headers }: Pick<PracticeRequest, "headers">): boolean {
  const site = headers["sec-fetch-site"];
  const origin = headers["origin"];
  if (site !== undefined && site !== "same-origin" && site !== "none") return false;
  if (origin === undefined || origin === `http://${headers["host"]}`) return true;
  // A page that tells nobody its origin; `Sec-Fetch-Site` has been looked at.
  return origin === "null" && site !== undefined;
}

function isEqual(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
