import {
  dictToTypedJson,
  unwritablePath,
  type WrittenSource,
  writeBinaryPlist,
  writeXmlPlist,
  writeXmlSource,
} from "../plist/index.ts";
import type { PlistDict } from "../plist/value.ts";
import { fail, type Problem, type Result, succeed } from "../problem.ts";
import { isMobileconfig, type ProfileDocument } from "./document.ts";
import { domainMissing, onlyDomain } from "./only-domain.ts";
import { listPayloads, payloadValues } from "./payloads.ts";
import { rewrap, type WrapForm, wrapSettings } from "./rewrap.ts";

export type WriteOptions = {
  readonly to: "mobileconfig" | "plist" | "binary-plist" | "json";
  /**
   * Form of the payloads; without it they stay as they are, and a bare plist is wrapped in the direct form. Payloads
   * that the direct form cannot express stay wrapped.
   */
  readonly form?: WrapForm;
  /** Only this domain: its settings alone, or with `to: "mobileconfig"` a profile with its payloads alone. */
  readonly domain?: string;
};

/**
 * Writes a document. Without `domain` the output holds the whole document, equal in value to it; with it the settings
 * of that domain without `Payload…` keys. `json` is typed JSON.
 *
 * Problems: `domain-missing`, `domain-unknown` (a bare plist must become a mobileconfig and nothing tells its domain),
 * `text-not-writable` (control characters, which XML cannot hold).
 */
export function writeProfile(document: ProfileDocument, options: WriteOptions): Result<Uint8Array> {
  const root = contentFor(document, options);
  return root.ok ? encode(root.value, options.to) : root;
}

/** The document that {@link writeProfile} would write, for what is still to be changed in it. Problems: as there, but for the text. */
export function shapeProfile(document: ProfileDocument, options: WriteOptions): Result<ProfileDocument> {
  const root = contentFor(document, options);
  if (!root.ok) return root;
  const isProfile = isMobileconfig(root.value);
  return succeed({
    ...document,
    root: root.value,
    format: isProfile ? "mobileconfig" : "plist",
    domain: isProfile ? null : (options.domain ?? document.domain),
  });
}

/** The whole document as XML, with the lines of its values. Problem `text-not-writable`. */
export function writeSource({ root }: ProfileDocument): Result<WrittenSource> {
  const unwritable = unwritablePath(root);
  return unwritable === null ? succeed(writeXmlSource(root)) : fail(notWritable(unwritable));
}

function contentFor(document: ProfileDocument, { to, form, domain }: WriteOptions): Result<PlistDict> {
  if (document.format === "plist") return bareContent(document, to, form, domain);
  const chosen = domain === undefined ? succeed(document) : onlyDomain(document, domain);
  if (!chosen.ok) return chosen;
  if (domain !== undefined && to !== "mobileconfig") return settingsOf(chosen.value, domain);
  return succeed(form === undefined ? chosen.value.root : rewrap(chosen.value, form).root);
}

function bareContent(
  document: ProfileDocument,
  to: WriteOptions["to"],
  form: WrapForm | undefined,
  domain: string | undefined,
): Result<PlistDict> {
  const named: ProfileDocument = domain === undefined ? document : { ...document, domain };
  if (to !== "mobileconfig") return domain === undefined ? succeed(document.root) : settingsOf(named, domain);
  if (named.domain === null) return fail(domainUnknown);
  const settings = settingsOf(named, named.domain);
  return settings.ok ? succeed(wrapSettings(settings.value, named.domain, form ?? "direct")) : settings;
}

/** Several payloads for one domain are put together in their order, as macOS does. */
function settingsOf(document: ProfileDocument, domain: string): Result<PlistDict> {
  const payloads = listPayloads(document).filter((payload) => payload.domain === domain);
  if (payloads.length === 0) return fail(domainMissing(document, domain));
  return succeed({
    kind: "dict",
    entries: new Map(payloads.flatMap((payload) => [...payloadValues(payload).entries])),
  });
}

function encode(root: PlistDict, to: WriteOptions["to"]): Result<Uint8Array> {
  if (to === "json")
    return succeed(new TextEncoder().encode(`${JSON.stringify(dictToTypedJson(root), null, 2)}\n`));
  if (to === "binary-plist") return succeed(writeBinaryPlist(root));
  const unwritable = unwritablePath(root);
  return unwritable === null ? succeed(writeXmlPlist(root)) : fail(notWritable(unwritable));
}

const domainUnknown: Problem = {
  code: "domain-unknown",
  title: "Nothing tells which preference domain these settings are for.",
  detail: "Neither the file name nor the keys name a domain, and a .mobileconfig needs one.",
  fix: "Name the domain, for example --domain com.jamf.connect.login.",
};

function notWritable(path: readonly string[]): Problem {
  return {
    code: "text-not-writable",
    title: "A text holds control characters, which XML cannot hold.",
    detail: path.length === 0 ? "It is the whole document." : `It stands at ${path.join(".").slice(0, 200)}.`,
    fix: "Remove these characters, or write a binary property list.",
  };
}
