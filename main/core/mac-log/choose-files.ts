import { shellWord } from "../text/shell-word.ts";
import { macLogLimits } from "./limits.ts";

/** What of a folder is read. */
export type ChosenFiles = {
  /** Places in the list that was given, what is likeliest first. */
  readonly read: readonly number[];
  readonly passedOver: number;
  /** What could hold a log and is not read, in sentences. */
  readonly notRead: readonly string[];
};

/**
 * Chooses what is read of a folder by name alone: what can be a log, and the property lists that name a version. A collecting script
 * puts dozens of files together; a folder can have ten thousand.
 *
 * @param paths with `/`, as they lie in the folder
 */
export function chooseFiles(paths: readonly string[]): ChosenFiles {
  const ranked = paths
    .map((path, index) => ({ index, rank: rankOf(path) }))
    .filter(({ rank }) => rank > 0)
    .toSorted((a, b) => b.rank - a.rank || a.index - b.index);
  const read = ranked.slice(0, macLogLimits.files);
  const left = ranked.length - read.length;
  return {
    read: read.map(({ index }) => index),
    passedOver: paths.length - ranked.length,
    notRead: [
      ...(left > 0
        ? [`${left.toLocaleString("en-US")} files were not looked into: at most ${macLogLimits.files} are.`]
        : []),
      ...packed(paths),
      ...settings(paths),
    ],
  };
}

/** 0 for what cannot be one. */
function rankOf(path: string): number {
  const name = (path.split("/").at(-1) ?? "").toLowerCase();
  if (name.startsWith(".") || isInside(path, ".logarchive")) return 0;
  if (name === "info.plist") return 3;
  if (!/^[^.]+$|\.(?:log|txt|out|text|json|ndjson|jsonl)(?:\.\d{1,3})?$/.test(name)) return 0;
  if (/jamf.?connect|jamf_(?:unlock_)?login|com\.jamf\.connect/.test(name)) return 4;
  return /\.(?:log|ndjson)/.test(name) ? 2 : 1;
}

function isInside(path: string, ending: string): boolean {
  return path
    .toLowerCase()
    .split("/")
    .slice(0, -1)
    .some((folder) => folder.endsWith(ending));
}

function packed(paths: readonly string[]): readonly string[] {
  const archives = paths.filter((path) => /\.(?:zip|gz|tgz|tar|bz2|xz)$/i.test(path));
  const [first] = archives;
  const systemLogs = new Set(
    paths.flatMap((path) => /^((?:.*\/)?[^/]+\.logarchive)(?:\/|$)/i.exec(path)?.[1] ?? []),
  );
  const [archive] = systemLogs;
  return [
    ...(first === undefined
      ? []
      : [
          `${first}${archives.length > 1 ? ` and ${archives.length - 1} more` : ""} is packed: unpack it first.`,
        ]),
    ...(archive === undefined
      ? []
      : [
          `${archive} can be read on a Mac only: log show --archive ${shellWord(archive)} writes what it holds.`,
        ]),
  ];
}

function settings(paths: readonly string[]): readonly string[] {
  const plists = paths.filter((path) => /(?:^|\/)com\.jamf\.connect[^/]*\.plist$/i.test(path));
  const [first] = plists;
  return first === undefined
    ? []
    : [
        `${first}${plists.length > 1 ? ` and ${plists.length - 1} more` : ""} holds settings: open it as a profile.`,
      ];
}
