import { stat } from "node:fs/promises";
import { join } from "node:path";
import { chooseFiles, type Explained, macLogLimits } from "../../core/mac-log/index.ts";
import type { Result } from "../../core/problem.ts";
import { listFolder } from "../../files/list-folder.ts";
import { fileAt } from "../../files/source-file.ts";
import { explainFile, explainFolder } from "./explain-files.ts";

/** What a path of this machine leads to; null where nothing is there. */
export async function kindOfPath(path: string): Promise<"file" | "folder" | null> {
  const found = await stat(path).catch(() => null);
  if (found === null) return null;
  return found.isDirectory() ? "folder" : "file";
}

/**
 * Explains files and folders of this machine together: logs of the Mac, or one text with an error in it. Problems: those of the files,
 * `not-a-log` and `no-log-in-folder`.
 */
export async function explainPaths(paths: readonly string[]): Promise<Result<Explained>> {
  const [path = ""] = paths;
  if (paths.length === 1 && (await kindOfPath(path)) !== "folder") return explainFile(fileAt(path));
  const places: { readonly name: string; readonly path: string }[] = [];
  let isWhole = true;
  for (const given of paths) {
    if ((await kindOfPath(given)) !== "folder") {
      places.push({ name: given, path: given });
      continue;
    }
    const list = await listFolder(given, macLogLimits.names);
    if (!list.ok) return list;
    isWhole &&= list.value.isWhole;
    for (const inside of list.value.paths) places.push({ name: inside, path: join(given, inside) });
  }
  const { read, passedOver, notRead } = chooseFiles(places.map(({ name }) => name));
  const sources = read.flatMap((index) => {
    const place = places[index];
    return place === undefined ? [] : [fileAt(place.path, place.name)];
  });
  const limit = `Only the first ${macLogLimits.names.toLocaleString("en-US")} files were looked at by name.`;
  return explainFolder(paths.join(", "), sources, {
    passedOver,
    notRead: isWhole ? notRead : [...notRead, limit],
  });
}
