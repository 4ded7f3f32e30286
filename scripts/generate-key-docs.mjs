// Writes docs/keys.md from assets/reference/keys.json. With --check it writes nothing and fails when the page is not current.
import { readFileSync, writeFileSync } from "node:fs";

const catalogueFile = new URL("../assets/reference/keys.json", import.meta.url);
const pageFile = new URL("../docs/keys.md", import.meta.url);

const page = keyPage(JSON.parse(readFileSync(catalogueFile, "utf8")));
if (!process.argv.includes("--check")) {
  writeFileSync(pageFile, page);
} else if (readFileSync(pageFile, "utf8") !== page) {
  console.error("docs/keys.md is not current. Run: node scripts/generate-key-docs.mjs");
  process.exitCode = 1;
}

function keyPage({ domains, sources, unresolved }) {
  return [
    "# Keys",
    "",
    "Every key of Jamf Connect's preference domains that Latchkey knows, generated from `assets/reference/keys.json` by",
    "`node scripts/generate-key-docs.mjs`. Profiles may hold any other key: it is shown, kept and written untouched.",
    "",
    "*Certainty*: documented (in Jamf's own material), inferred (concluded, or from other public material), uncertain (needs a",
    "test on a Mac before anyone relies on it). A year stands where nothing newer is known. Booleans without a default count as",
    "false when they are absent.",
    "",
    ...domains.flatMap((domain) => domainSection(domain)),
    "## Known to exist, not known by name",
    "",
    ...unresolved.map(({ domain, title, reason }) => `- ${code(domain)}: ${title}. ${text(reason)}`),
    "",
    "## Sources",
    "",
    ...Object.entries(sources).map(
      ([id, { title, url }]) => `- ${code(id)}: ${url ? `[${title}](${url})` : title}`,
    ),
    "",
  ].join("\n");
}

function domainSection({ domain, title, deprecated, keys }) {
  const intro =
    deprecated === undefined
      ? []
      : [`Dropped in ${deprecated}; known only so that old profiles can be read.`, ""];
  return [
    `## ${title}: ${domain}`,
    "",
    ...intro,
    ...requiredTable(keys),
    ...sections(keys, deprecated !== undefined),
  ];
}

/** Which key each provider needs. */
function requiredTable(keys) {
  const providers = [
    "EntraID",
    "Okta",
    "OktaIdentityEngine",
    "Okta-OIDC",
    "GoogleID",
    "PingFederate",
    "OneLogin",
    "IBMCI",
    "Custom",
  ];
  const rows = keys.flatMap((key) => (key.required ?? []).map((requirement) => ({ key, requirement })));
  if (!rows.some(({ requirement }) => requirement.providers)) return [];
  return [
    "### Required",
    "",
    `| key | ${providers.join(" | ")} | when | certainty |`,
    `|---|${providers.map(() => "---").join("|")}|---|---|`,
    ...rows.map(({ key, requirement }) => {
      const marks = providers.map((provider) =>
        (requirement.providers ?? providers).includes(provider) ? "●" : "",
      );
      return `| ${code(key.path)} | ${marks.join(" | ")} | ${text(requirement.when ?? "always")} | ${requirement.certainty} |`;
    }),
    "",
  ];
}

function sections(keys, isOld) {
  const names = [...new Set(keys.map((key) => heading(key)))];
  return names.flatMap((name) => [
    `### ${name}`,
    "",
    "| key | type | meaning | default | certainty |",
    "|---|---|---|---|---|",
    ...keys.filter((key) => heading(key) === name).map((key) => keyRow(key, isOld)),
    "",
  ]);
}

function heading({ group, section }) {
  return group === section ? section : `${group}: ${section}`;
}

function keyRow(key, isOld) {
  const type = key.items === undefined ? key.type : `array of ${key.items}`;
  const meaning = isOld
    ? text(key.title)
    : [`**${text(key.title)}.** ${text(key.description)}`, ...remarks(key)].join("<br>");
  const state = key.asOf === undefined ? key.certainty : `${key.certainty} in ${key.asOf}`;
  return `| ${code(key.path)} | ${type} | ${meaning} | ${fallback(key)} | ${state} (${key.source.join(", ")}) |`;
}

function fallback(key) {
  const unit = key.unit === undefined ? "" : ` ${key.unit}`;
  return [
    key.default !== undefined &&
      `${code(String(key.default))}${unit}${key.defaultAsOf ? ` (${key.defaultAsOf})` : ""}`,
    ...(key.providerDefaults ?? []).map(({ providers, value }) => `${providers.join(", ")}: ${code(value)}`),
    ...(key.earlierDefaults ?? []).map(({ value, until }) => `${code(String(value))}${unit} up to ${until}`),
  ]
    .filter(Boolean)
    .join("<br>");
}

function remarks(key) {
  return [
    key.values &&
      `Values${key.valuesComplete === false ? " known" : ""}${key.valuesAsOf ? ` in ${key.valuesAsOf}` : ""}: ${key.values.map(valueText).join(", ")}.`,
    key.anyKey && `Keys of any name, each with a value of type ${key.anyKey}.`,
    key.off !== undefined && `${key.off} switches it off.`,
    key.providers && `Providers: ${key.providers.join(", ")}.`,
    key.alsoAccepted && `Also as ${key.alsoAccepted.join(", ")}.`,
    key.example !== undefined && `Example: ${code([key.example].flat().join(", "))}.`,
    key.since && `Since ${key.since}.`,
    key.deprecated && `Dropped in ${key.deprecated}.`,
    key.replacedBy && `Now ${code(key.replacedBy)}.`,
    key.sensitive && "Secret: never shown or logged.",
    key.lockOutRisk && "Can lock people out of their Macs.",
    key.note && text(key.note),
  ].filter(Boolean);
}

function valueText({ value, title, alsoSpelled = [] }) {
  const remarks = [
    ...(value === title ? [] : [text(title)]),
    ...(alsoSpelled.length === 0 ? [] : [`also written ${alsoSpelled.join(", ")}`]),
  ];
  return remarks.length === 0 ? code(value) : `${code(value)} (${remarks.join("; ")})`;
}

function code(value) {
  return `\`${value}\``;
}

/** Characters that Markdown tables and HTML would take for their own. */
function text(value) {
  return value.replaceAll("<", "&lt;").replaceAll("|", "\\|").replaceAll("*", "\\*");
}
