import type { Problem } from "../../core/problem.ts";

/** The file announces CMS and then breaks off or contradicts itself. */
export function damagedCms(seen: string): Problem {
  return {
    code: "cms-damaged",
    title: "The signed file is damaged.",
    detail: `It starts as a CMS signature, but its structure cannot be read: ${seen}.`,
    fix: "Get the file again from where it was signed.",
  };
}

/** CMS, but enveloped, digested or another type that carries no signature. */
export function notSignedCms(): Problem {
  return {
    code: "cms-not-signed",
    title: "The file is CMS, but not a signed profile.",
    detail: "Its content type is not SignedData. It may be encrypted for one device.",
    fix: "Open the profile before it was encrypted.",
  };
}

/** The signature is there and the profile is not. */
export function detachedCms(): Problem {
  return {
    code: "cms-detached",
    title: "The file holds a signature without the profile.",
    detail:
      "The signature is detached: the bytes it belongs to are in another file. macOS only takes attached signatures.",
    fix: "Open the profile itself, or sign it again with the content attached.",
  };
}
