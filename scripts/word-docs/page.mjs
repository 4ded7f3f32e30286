/** Where things are said, by the beginning of the path; the first that fits counts. */
const places = [
  [
    "Verdicts of a run",
    ["assets/reference/errors.json", "main/core/verdict/", "main/core/account/", "main/core/login-result"],
  ],
  ["Errors of other providers", ["assets/reference/provider-errors.json"]],
  [
    "Both logins together, and recipes",
    ["main/core/pair/", "main/core/rollout/", "main/core/recipes/", "assets/reference/recipes.json"],
  ],
  [
    "Conditional Access",
    ["main/core/conditional-access/", "main/app/policies/", "main/graph/", "main/app/graph/"],
  ],
  ["Findings about a profile", ["main/core/lint/", "main/app/lint/"]],
  [
    "What somebody pastes, and logs of the Mac",
    ["assets/reference/situations.json", "main/core/explain/", "main/core/mac-log/", "main/app/explain/"],
  ],
  ["Sign-in logs", ["main/core/sign-ins/", "main/sign-in-logs/", "main/app/sign-ins/"]],
  [
    "A login while it runs",
    [
      "main/login/",
      "main/core/oidc/",
      "main/core/ropg/",
      "main/app/runs/",
      "main/loopback/",
      "main/network/",
    ],
  ],
  ["Runs, history and reports", ["main/core/history/", "main/core/report/", "main/app/history/"]],
  ["Jamf Pro", ["main/core/jamf-pro/", "main/jamf-pro/", "main/app/jamf-pro/"]],
  ["Signing and export", ["main/signing/", "main/core/export/", "main/app/export/"]],
  [
    "Files and profiles",
    [
      "main/core/",
      "main/files/",
      "main/app/document/",
      "main/app/drafts/",
      "main/app/files/",
      "main/app/recents/",
      "main/app/templates/",
    ],
  ],
  ["The application and its hosts", ["main/", "preload/"]],
  ["The page", ["renderer/"]],
];

/** docs/words.md from what `readWords` and `readData` have read. */
export function wordsPage(said) {
  const left = [...said];
  const sections = places.map(([heading, prefixes]) => {
    const here = left.filter(({ path }) => prefixes.some((prefix) => path.startsWith(prefix)));
    for (const one of here) left.splice(left.indexOf(one), 1);
    return here.length === 0 ? [] : [`## ${heading}`, "", ...here.flatMap(ofFile)];
  });
  return [...intro, ...sections.flat()].join("\n");
}

const intro = [
  "# Words",
  "",
  "Everything that Latchkey says as title, detail or fix of verdicts, findings and problems, grouped by where it is said. Generated",
  "from the sources by `npm run docs`; a test looks for sentences that are too long, unfinished or doubled.",
  "",
  "`…` is a value that only a run knows. A text with several wordings is listed with each of them. Behind the codes of a file stand the",
  "sentences that it says without one. What a text of a catalogue says of more than two codes stands there, too.",
  "",
];

function ofFile({ path, records, sentences }) {
  return [
    `### \`${path}\``,
    "",
    ...records.flatMap(({ code, said }) => [
      `- ${code === "" ? "*(no code)*" : `\`${code}\``}`,
      ...said.map(({ slot, text }) => `  - ${slot}: ${escaped(text)}`),
    ]),
    ...sentences.map((text) => `- ${escaped(text)}`),
    "",
  ];
}

function escaped(text) {
  return text.replaceAll(/[\\`*_<|]/g, "\\$&");
}
