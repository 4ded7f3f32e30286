import { maskFields } from "./form.ts";
import { type KnownSecrets, maskKnown } from "./secrets.ts";

/** An address that may be shown: secret parameters of query and fragment masked, user info removed. */
export function maskUrl(address: string, known: KnownSecrets): string {
  if (!URL.canParse(address)) return maskKnown(address, known);
  const url = new URL(address);
  url.username = "";
  url.password = "";
  const query = url.search.length > 1 ? `?${maskFields(url.search.slice(1), known)}` : "";
  const fragment = url.hash.length > 1 ? `#${maskFragment(url.hash.slice(1), known)}` : "";
  url.search = "";
  url.hash = "";
  return maskKnown(`${url.href}${query}${fragment}`, known);
}

function maskFragment(fragment: string, known: KnownSecrets): string {
  return fragment.includes("=") ? maskFields(fragment, known) : fragment;
}
