import { array, dict } from "../plist/build.ts";
import type { PlistDict, PlistValue } from "../plist/value.ts";
import { fail, type Problem, type Result, succeed } from "../problem.ts";
import { visibleName } from "../text/visible.ts";
import { asDict } from "./bookkeeping.ts";
import type { ProfileDocument } from "./document.ts";
import { listPayloads, type Payload } from "./payloads.ts";

/** The same profile with the payloads of one domain alone. Problem `domain-missing`. */
export function onlyDomain(document: ProfileDocument, domain: string): Result<ProfileDocument> {
  const payloads = listPayloads(document).filter((payload) => payload.domain === domain);
  const content = document.root.entries.get("PayloadContent");
  if (payloads.length === 0 || content?.kind !== "array") return fail(domainMissing(document, domain));
  const items = content.items.flatMap((item, index) => {
    const payload = payloads.find(({ path }) => path[1] === index);
    return payload === undefined || item.kind !== "dict" ? [] : [withDomainOnly(item, payload, domain)];
  });
  return succeed({ ...document, root: withEntry(document.root, "PayloadContent", array(items)) });
}

/** A wrapper may hold further domains beside the one that is asked for. */
function withDomainOnly(item: PlistDict, payload: Payload, domain: string): PlistDict {
  const settings = asDict(item.entries.get("PayloadContent"))?.entries.get(domain);
  if (payload.form !== "managed-preferences" || settings === undefined) return item;
  return withEntry(item, "PayloadContent", dict([[domain, settings]]));
}

function withEntry(into: PlistDict, key: string, value: PlistValue): PlistDict {
  return { kind: "dict", entries: new Map([...into.entries, [key, value]]) };
}

/** The problem for a domain that the document does not manage; it names those that it does. */
export function domainMissing(document: ProfileDocument, domain: string): Problem {
  const domains = [...new Set(listPayloads(document).flatMap((payload) => payload.domain ?? []))];
  return {
    code: "domain-missing",
    title: `The profile has no settings for ${domain}.`,
    detail:
      domains.length === 0
        ? "It has no preference domain."
        : `It has settings for ${domains.map(visibleName).join(", ")}.`,
    fix: "Name one of its domains, or leave the domain out to get the whole profile.",
  };
}
