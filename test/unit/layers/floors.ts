/**
 * The rooms of the house from the ground up, by folder or file. A file may import from its own room and from the rooms
 * below it; rooms of one floor do not know each other. Hosts stand on everything of main, the page on the contract only.
 */
export const mainFloors: readonly (readonly string[])[] = [
  [
    "main/core/problem.ts",
    "main/core/provider.ts",
    "main/core/guid.ts",
    "main/core/microsoft-apps.ts",
    "main/core/in-turn.ts",
    "main/core/text",
  ],
  ["main/core/plain-file-name.ts", "main/core/providers", "main/core/json"],
  ["main/core/plist", "main/core/keys"],
  ["main/core/license", "main/core/entry"],
  ["main/core/profile", "main/core/container"],
  ["main/core/finding.ts", "main/core/claims"],
  ["main/core/mac-commands", "main/core/jamf-pro"],
  ["main/core/login-result.ts"],
  ["main/core/oidc", "main/core/redact", "main/core/recipes", "main/core/export"],
  [
    "main/core/account",
    "main/core/conditional-access",
    "main/core/ropg",
    "main/core/templates",
    "main/core/setup",
  ],
  ["main/core/lint"],
  ["main/core/verdict"],
  ["main/core/pair", "main/core/explain", "main/core/sign-ins"],
  ["main/core/history", "main/core/mac-log"],
  ["main/core/rollout", "main/core/anonymize", "main/core/dropped"],
  ["main/core/report"],
  ["preload/contract"],
  ["preload/contract.ts"],
  ["preload/bridge.ts", "preload/inputs"],
  ["preload/inputs.ts"],
  ["main/files", "main/loopback", "main/network"],
  [
    "main/login",
    "main/signing",
    "main/practice-tenant",
    "main/sign-in-logs",
    "main/jamf-pro",
    "main/graph",
    "main/practice-jamf-pro",
  ],
  ["main/app"],
  ["main/hosts/renderer-files.ts", "main/hosts/launch"],
  ["main/hosts/electron", "main/hosts/browser"],
  ["main/hosts/command-line"],
  ["main/index.ts", "main/cli.ts", "main/log-reader.ts"],
];

/** The page's rooms from the ground up; below them is the contract. */
export const pageFloors: readonly (readonly string[])[] = [
  ["preload/contract"],
  ["preload/contract.ts"],
  ["preload/bridge.ts"],
  ["preload/browser", "preload/electron"],
  ["preload/browser.ts", "preload/electron.ts"],
  ["renderer/text", "renderer/host.ts"],
  ["renderer/stores"],
  ["renderer/components"],
  ["renderer/features"],
  ["renderer/screens"],
  ["renderer/app"],
  ["renderer/main.tsx"],
];

/** One file and the files of the project that it imports, types included; paths from the project's root. */
export type Imports = readonly [file: string, imported: readonly string[]];

/** Imports that lead upward or into another room of the same floor, and files that stand in no room. */
export function wrongArrows(
  files: readonly Imports[],
  floors: readonly (readonly string[])[],
): readonly string[] {
  const placeOf = (file: string) => {
    const floor = floors.findIndex((rooms) => rooms.some((room) => isIn(file, room)));
    return floor === -1 ? null : { floor, room: floors[floor]?.find((room) => isIn(file, room)) ?? "" };
  };
  return files.flatMap(([file, imported]) => {
    const here = placeOf(file);
    if (here === null) return [`${file} stands in no room`];
    return imported.flatMap((target) => {
      const there = placeOf(target);
      if (there === null) return [`${file} → ${target}: a room that it may not know`];
      const below = there.floor < here.floor || there.room === here.room;
      return below ? [] : [`${file} → ${target}: not downward`];
    });
  });
}

function isIn(file: string, room: string): boolean {
  return file === room || file.startsWith(`${room}/`);
}
