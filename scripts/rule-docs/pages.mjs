/** Every page of docs/rules by its file name: one for each rule, and a table of all of them. */
export function rulePages(rules) {
  return Object.fromEntries([
    ["README.md", index(rules)],
    ...rules.map((rule) => [`${rule.id}.md`, page(rule)]),
  ]);
}

function index(rules) {
  const groups = [...new Set(rules.map(({ group }) => group))];
  return lines([
    "# Rules",
    "",
    "What `latchkey lint` and the app look for in a profile, generated from `main/core/lint/rules` by `npm run docs`. A test runs",
    "both examples of every rule.",
    "",
    "*Severity*: an error ends the command with 1; where a rule says so on its page, one finding can be graver or milder than the",
    "rule. *Certainty*: documented by Apple, Jamf, Microsoft or a standard, or inferred from what they wrote or do.",
    "",
    "A finding is suppressed in a file beside the profile, `FILE.latchkey.json`:",
    "",
    "```json",
    '{ "suppress": [{ "rule": "redirect-uri-unusual", "keyPath": "OIDCRedirectURI", "reason": "It stands so in the registration." }] }',
    "```",
    "",
    "`keyPath` may be left out. An entry without a reason, for no rule, for nothing that is found, or beside another one for the",
    "same finding is a finding itself: `suppression-without-reason`, `suppression-void`, `suppression-unused`, `suppression-twice`.",
    "",
    ...groups.flatMap((group) => [
      `## ${heading(group)}`,
      "",
      "| rule | finds | severity | certainty |",
      "|---|---|---|---|",
      ...rules
        .filter((rule) => rule.group === group)
        .map(
          ({ id, name, severity, certainty }) =>
            `| [${id}](${id}.md) | ${cell(name)} | ${severity} | ${certainty} |`,
        ),
      "",
    ]),
  ]);
}

function page({ id, group, name, severity, certainty, why, source, fires, silent }) {
  return lines([
    `# ${id}`,
    "",
    `${text(name)}. *${severity}, ${certainty}; ${group}.*`,
    "",
    text(why),
    "",
    `Source: <${source}>`,
    "",
    "## It fires",
    "",
    "```",
    fires,
    "```",
    "",
    "## It is silent",
    "",
    "```",
    silent,
    "```",
    "",
  ]);
}

function lines(all) {
  return all.join("\n");
}

function heading(group) {
  return `${group.slice(0, 1).toUpperCase()}${group.slice(1)}`;
}

function text(value) {
  return value.replaceAll("<", "&lt;").replaceAll("*", "\\*");
}

function cell(value) {
  return text(value).replaceAll("|", "\\|");
}
