import type { Problem } from "../problem.ts";
import { signedThroughText } from "./signed-damage.ts";

/** A text format that people take for a profile: how it begins, and what to say. The first that fits counts. */
type TextKind = {
  readonly code: string;
  readonly fits: (head: string) => boolean;
  readonly title: string;
  readonly detail: string;
  readonly fix: string;
};

/** The problem for a text that is no XML at all: other formats of property lists, JSON, rich text, anything. */
export function textProblem(text: string): Problem | null {
  const start = text.search(/\S/);
  if (start < 0 || text.charAt(start) === "<") return null;
  const head = text.slice(start, start + 4000);
  const { code, title, detail, fix } = kinds.find(({ fits }) => fits(head)) ?? unknown;
  return { code, title, detail, fix, at: { line: 1, column: 1 } };
}

const getProfile = "Export or download the profile itself, a .mobileconfig or .plist file.";

const kinds: readonly TextKind[] = [
  {
    code: "plist-is-rtf",
    fits: (head) => head.startsWith("{\\rtf"),
    title: "This is a text with formatting (RTF), not a profile.",
    detail: "It begins with {\\rtf. TextEdit saves so unless it is told to make plain text.",
    fix: "Open it in TextEdit, choose Format > Make Plain Text, turn off smart quotes and save it; or export the profile again.",
  },
  {
    code: "plist-is-plutil-output",
    fits: (head) => /^[{[]\s*(?:"(?:[^"\\]|\\.)*"|\d+)\s*=>/.test(head),
    title: "This is what plutil -p prints, not a property list.",
    detail:
      'It holds lines of the form "key" => value. They leave out the kinds of values, and no program reads them back.',
    fix: "Take the file that plutil was given. On a Mac, plutil -convert xml1 -o - FILE prints that file as XML.",
  },
  {
    code: "plist-is-json",
    fits: (head) => /^\{\s*(?:"(?:[^"\\]|\\.)*"\s*:|\}\s*$)/.test(head),
    title: "This is JSON, not a property list.",
    detail: "It begins with { and a quoted name.",
    fix: "Convert it first: latchkey convert FILE.json -o FILE.plist.",
  },
  {
    code: "plist-is-json-list",
    fits: (head) => /^\[\s*(?:["{[\]\d-]|true|false|null)/.test(head),
    title: "This is JSON, and a list instead of one profile.",
    detail: "It begins with [. Neither a profile nor a known export of one is a list at its top.",
    fix: getProfile,
  },
  {
    code: "plist-is-profiles-text",
    fits: (head) =>
      /^(?:_computerlevel|\S{1,80})\[\d+\] attribute: /m.test(head) ||
      /^There (?:is|are) \d+ configuration profile/.test(head),
    title: "This is what the command profiles prints for reading, not a profile.",
    detail: "It holds lines of the form _computerlevel[1] attribute: name.",
    fix: "Print it as XML on the Mac: sudo profiles show -output stdout-xml.",
  },
  {
    code: "plist-is-openstep",
    fits: (head) => /^(?:\/\/|\/\*|\{|\()/.test(head),
    title: "This is an old-style (OpenStep) property list.",
    detail:
      "It begins like { key = value; }, a form that profiles never have. The command defaults read prints it too.",
    fix: "Convert it on a Mac: plutil -convert xml1 FILE.",
  },
  {
    code: "plist-is-certificate",
    fits: (head) => /^-----BEGIN /.test(head),
    title: "This is a PEM file, not a profile.",
    detail: "It begins with -----BEGIN and holds no signed profile.",
    fix: getProfile,
  },
  {
    code: "plist-is-terraform",
    fits: (head) =>
      /^(?:resource|data|variable|locals|module|terraform)\s*(?:"[^"\n]*"\s*){0,2}\{/.test(head),
    title: "This is a Terraform file, not a profile.",
    detail: "It begins with a block of Terraform.",
    fix: "Choose the file that its payloads argument names, or export the profile from Jamf Pro.",
  },
  {
    ...signedThroughText,
    // Bytes that are no text stand before the XML: what is left of a signature, in whatever encoding.
    fits: (head) => {
      const start = head.search(/<\?xml\s|<plist[\s>]/);
      return start > 0 && /[^\P{Cc}\t\n\r]|\ufffd/u.test(head.slice(0, start));
    },
  },
  {
    code: "xml-text-outside",
    fits: (head) => /<\?xml\s|<plist[\s>]/.test(head),
    title: "Text stands before the property list.",
    detail: "The file does not begin with <?xml, which must be its very first characters.",
    fix: "Keep what stands from <?xml to </plist>, and delete the rest.",
  },
  {
    code: "plist-is-yaml",
    fits: (head) =>
      /^(?:---\s*\n|%YAML )/.test(head) ||
      /^[A-Za-z][\w.-]{0,60}:(?: [^\n]*)?\n(?: *- | +|[A-Za-z][\w.-]{0,60}:)/.test(head),
    title: "This is YAML, not a property list.",
    detail: "It holds lines of the form key: value.",
    fix: getProfile,
  },
];

const unknown: Omit<TextKind, "fits"> = {
  code: "plist-not-recognised",
  title: "This is not a property list.",
  detail: "It begins with none of <?xml, <plist and bplist00.",
  fix: "Choose a .mobileconfig or .plist file.",
};
