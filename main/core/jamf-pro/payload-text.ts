import { unwritablePath, writeXmlSource } from "../plist/index.ts";
import type { PlistDict } from "../plist/value.ts";
import { fail, type Problem, type Result, succeed } from "../problem.ts";

/**
 * A profile as it has to stand in `<payloads>` so that Jamf Pro stores what was meant.
 *
 * The server takes one layer of escaping off before it looks (PI-827), CDATA or not, and stores payloads of most types with the
 * layer that is left. So what has to be escaped is escaped once more, and nothing else is: `>` stands as it is, and the reference
 * of a carriage return, the only way in which one arrives, keeps its plain `&`. Measured by others on Jamf Pro 11.30 (quirks C1 to C3).
 *
 * @returns a CDATA section; the problem `text-not-writable` for control characters, which XML cannot hold
 */
export function payloadsOnWire(root: PlistDict): Result<string> {
  const unwritable = unwritablePath(root);
  if (unwritable !== null) return fail(notWritable(unwritable));
  const { text } = writeXmlSource(root);
  const minimal = text.replaceAll("&gt;", ">").replaceAll("]]>", "]]&gt;");
  const escaped = minimal.replace(/&(?!#13;)/g, "&amp;");
  return succeed(`<![CDATA[${escaped}]]>`);
}

function notWritable(path: readonly string[]): Problem {
  return {
    code: "text-not-writable",
    title: "A text holds control characters, which XML cannot hold.",
    detail: `It stands at ${path.join(".").slice(0, 200)}. Nothing was sent.`,
    fix: "Remove these characters.",
  };
}
