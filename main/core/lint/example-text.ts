import { writeXmlPlist } from "../plist/index.ts";
import { exampleDocument } from "./example-document.ts";
import type { RuleExample } from "./rule.ts";

/**
 * An example as the documentation and the app show it: the settings of each domain as they stand in the file, or the whole profile
 * where the rule is about its structure, with what is given beside it.
 */
export function exampleText(example: RuleExample): string {
  return [...given(example), ...written(example)].join("\n\n");
}

function given({ jamfConnect, policies, today }: RuleExample): readonly string[] {
  return [
    ...(jamfConnect === undefined ? [] : [`For Jamf Connect ${jamfConnect}:`]),
    ...(today === undefined ? [] : [`On ${today}:`]),
    ...(policies === undefined ? [] : [`With these policies:\n\n${JSON.stringify(policies, null, 2)}`]),
  ];
}

function written(example: RuleExample): readonly string[] {
  if (example.profile !== undefined) {
    const document = exampleDocument(example);
    return document.ok ? [content(writeXmlPlist(document.value.root))] : [];
  }
  return Object.entries(example.settings ?? {}).map(([domain, values]) => {
    const document = exampleDocument({ profile: values });
    return document.ok ? `${domain}:\n\n${content(writeXmlPlist(document.value.root))}` : domain;
  });
}

/** What stands between the tags of the property list. */
function content(xml: Uint8Array): string {
  const text = new TextDecoder().decode(xml);
  return text.slice(text.indexOf("<dict"), text.lastIndexOf("</plist>")).trim();
}
