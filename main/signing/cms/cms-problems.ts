import { statedLength } from "../../core/container/index.ts";
import type { Problem } from "../../core/problem.ts";

/** The file announces CMS and then breaks off or contradicts itself; its length often tells why. */
export function damagedCms(seen: string, file: Uint8Array): Problem {
  return {
    code: "cms-damaged",
    title: "The signed file is damaged.",
    detail: `It starts as a CMS signature, but its structure cannot be read: ${seen}.${lengthText(file)}`,
    fix: "Get the file again from where it was signed, as a binary file and not as text.",
  };
}

/** What the stated length of the file says about its damage; nothing where it fits, or none is stated. */
function lengthText(file: Uint8Array): string {
  const stated = statedLength(file);
  if (stated === null || stated === file.length) return "";
  const measured = ` It says that it has ${stated} bytes, and it has ${file.length}`;
  if (stated > file.length) return `${measured}: it was cut off, or its line breaks were changed on the way.`;
  const converted = lineBreaksAreCrlf(file) ? ": its line breaks were changed on the way" : "";
  return `${measured}${converted}.`;
}

/** Every line feed of the file follows a carriage return, which happens in no binary file of this size by itself. */
function lineBreaksAreCrlf(file: Uint8Array): boolean {
  let pairs = 0;
  for (let at = 0; at < file.length; at += 1) {
    if (file[at] !== 0x0a) continue;
    if (file[at - 1] !== 0x0d) return false;
    pairs += 1;
  }
  return pairs > 0;
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
