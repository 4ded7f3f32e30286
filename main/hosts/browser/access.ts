import { randomBytes, timingSafeEqual } from "node:crypto";

/** How long the link that is printed at start can be used, in milliseconds. */
const linkLifetime = 10 * 60 * 1000;

/**
 * Who may talk to the browser host: whoever opened the printed link, once. The link's token is exchanged for a
 * bearer that the page keeps in `sessionStorage`; no cookie, because cookies cross ports (design section 12).
 */
export type Access = {
  /** Goes into the fragment of the printed address. */
  readonly linkToken: string;
  /** Exchanges the link's token for the bearer; null when it is wrong, used or too old. */
  readonly redeem: (token: string) => string | null;
  readonly isBearer: (bearer: string) => boolean;
};

/** @param onUsed called when the link's token was exchanged */
export function createAccess(now: () => number, onUsed: () => void = () => undefined): Access {
  const linkToken = randomBytes(32).toString("base64url");
  const bearer = randomBytes(32).toString("base64url");
  const bornAt = now();
  let used = false;
  return {
    linkToken,
    redeem: (token) => {
      if (used || now() - bornAt > linkLifetime || !sameText(token, linkToken)) return null;
      used = true;
      onUsed();
      return bearer;
    },
    isBearer: (candidate) => used && sameText(candidate, bearer),
  };
}

function sameText(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}
