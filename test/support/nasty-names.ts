/** Beginnings of names that a shell, PowerShell, OData, JSON, JMESPath or a terminal could take for more than a name. */
export const nastyNames: readonly string[] = [
  `O'Hara "quoted" \`ticked\``,
  "a; touch pwned; b",
  // biome-ignore lint/suspicious/noTemplateCurlyInString: that is what a shell would take it for
  "$(touch pwned) `touch pwned` ${HOME}",
  "first\nsecond; touch pwned\n'@\ntouch pwned",
  "'@ ; touch pwned",
  "‘single’ ‚low‛ “double”",
  "‘; touch pwned; ’",
  "{braces} {0} {subscription} %PATH% %s %n",
  "\\ \\' \\\" \\n \\\\",
  "Größe 🔑👩‍💻 日本",
  "a\u202Edesrever\u202C \u200Fmark\u200E",
  "tab\there\r\nand \u001b[31mred",
  "-leading --flag @file #hash",
  "!history ~ * ? [a] <in >out | & \\",
  "x' or displayName eq 'y",
];

/** The same in few names, each short enough for Entra ID. */
export const joinedNastyNames: readonly string[] = [0, 4, 8, 12].map((at) =>
  nastyNames.slice(at, at + 4).join(" "),
);
