import { dirname } from "node:path";
import { succeed } from "../../core/problem.ts";
import type { SessionServices } from "../session-services.ts";
import type { HandlersOf } from "./handlers-of.ts";

/** The files that were open last. A page names one by its id and never by a path. */
export function recentsHandlers({ recents, documents }: SessionServices): HandlersOf<"recents"> {
  return {
    "recents.list": async () => {
      const files = await recents.list();
      return succeed(
        files.map(({ path, ...file }) => ({ ...file, folder: path === null ? null : dirname(path) })),
      );
    },
    "recents.open": async ({ id }) => {
      const file = await recents.open(id);
      return file.ok ? documents.openSource(file.value) : file;
    },
    "recents.forget": () => recents.forgetAll(),
  };
}
