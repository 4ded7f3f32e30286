import { SaxesParser } from "saxes";
import { type Candidate, choose, isCandidate } from "./candidates.ts";
import { classicWithout } from "./json-search.ts";
import { type Look, mostCandidates } from "./layer.ts";

/** Elements that a property list may begin with. */
const ofPropertyLists = /^(plist|dict|array|key|string|integer|real|true|false|date|data)$/;

/** Deepest level and most elements that are looked through; real answers have five levels and a few hundred elements. */
const deepest = 64;
const mostElements = 100_000;

/** A profile as the text of an element in other XML: an answer of Jamf Pro's Classic API, or whatever else carries one. */
export function lookAtXml(text: string): Look {
  const root =
    /^[\s\ufeff]*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->)[\s\S]){0,2000}-->\s*){0,5}<([A-Za-z_][\w.-]{0,80})[\s>/]/.exec(
      text.slice(0, 12_000),
    )?.[1];
  if (root === undefined || ofPropertyLists.test(root)) return null;
  const isClassic = /^(os_x_|mobile_device_)?configuration_profiles?$/.test(root);
  const name = isClassic ? "an answer of Jamf Pro's Classic API (XML)" : "an XML file";
  const raw = isClassic ? unescapedPayloads(text) : null;
  const candidates = raw === null ? candidatesIn(text) : [raw];
  return (
    choose(candidates, name, "xml") ?? (isClassic && candidates !== null ? { problem: classicWithout } : null)
  );
}

/** Payloads whose escaping somebody took off: then the whole is no XML any more, and the profile stands there as it is. */
function unescapedPayloads(text: string): Candidate | null {
  const opening = "<payloads>";
  const start = text.indexOf(opening);
  if (start < 0) return null;
  const inside = text.slice(start + opening.length, start + opening.length + 200).trimStart();
  if (!inside.startsWith("<?xml") && !inside.startsWith("<plist")) return null;
  const end = text.lastIndexOf("</payloads>");
  if (end < start) return null;
  return { path: "general/payloads", text: text.slice(start + opening.length, end).trim(), name: null };
}

/** The texts of elements that begin like a profile; empty for XML that is not well-formed, of which the reader says more. */
function candidatesIn(text: string): readonly Candidate[] {
  const parser = new SaxesParser();
  const found: Candidate[] = [];
  const path: string[] = [];
  const parts: string[] = [];
  let name: string | null = null;
  let elements = 0;
  let broken = false;
  parser.on("error", () => {
    broken = true;
  });
  parser.on("opentagstart", (tag) => {
    elements += 1;
    if (elements > mostElements || path.length >= deepest) broken = true;
    path.push(tag.name);
    parts.length = 0;
  });
  parser.on("text", (piece) => void parts.push(piece));
  parser.on("cdata", (piece) => void parts.push(piece));
  parser.on("closetag", (tag) => {
    const content = parts.join("");
    parts.length = 0;
    if (tag.name === "name" && path.length <= 4) name = content.trim() || name;
    if (found.length < mostCandidates && isCandidate(content))
      found.push({ path: path.slice(1).join("/"), text: content, name });
    path.pop();
  });
  for (let at = 0; at < text.length && !broken; at += 64 * 1024) parser.write(text.slice(at, at + 64 * 1024));
  if (!broken) parser.close();
  return broken ? [] : found;
}
