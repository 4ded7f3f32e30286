import { fail, type Result, succeed } from "../../core/problem.ts";
import type { SourceFile } from "../../files/source-file.ts";
import type { SessionServices } from "../session-services.ts";
import type { HandlersOf } from "./handlers-of.ts";

/** Codes, texts and logs of the Mac. What knows about them is loaded when it is asked. */
export function explainHandlers({ ports }: SessionServices): HandlersOf<"explain"> {
  // The number of the reading that goes on: a new one and a stop end the one before.
  let reading = 0;
  return {
    "explain.text": async ({ text }) => {
      const { explainPasted } = await import("../explain/explain-pasted.ts");
      return explainPasted(text);
    },
    "explain.list": async () => {
      const { listKnowledge } = await import("../../core/explain/list-knowledge.ts");
      return succeed(listKnowledge());
    },
    "explain.commands": async () => {
      const { allMacCommands } = await import("../../core/mac-commands/mac-commands.ts");
      return succeed(allMacCommands());
    },
    "explain.chooseFiles": async ({ paths }) => {
      const { chooseFiles } = await import("../../core/mac-log/index.ts");
      return succeed(chooseFiles(paths));
    },
    "explain.files": async ({ folder, files, passedOver, notRead }) => {
      reading += 1;
      const mine = reading;
      const { explainFile, explainFolder } = await import("../explain/explain-files.ts");
      const sources: SourceFile[] = [];
      for (const { file, path } of files) {
        const taken = ports.files.take(file);
        if (!taken.ok) return taken;
        sources.push({ ...taken.value, name: path });
      }
      const course = {
        goesOn: () => mine === reading,
        tell: (progress: Parameters<typeof ports.emit<"explain.progress">>[1]) => {
          if (mine === reading) ports.emit("explain.progress", progress);
        },
      };
      const [only] = sources;
      if (only === undefined && folder === null) return fail(noFile);
      return only !== undefined && folder === null
        ? explainFile(only, course)
        : explainFolder(folder ?? "", sources, { passedOver, notRead }, course);
    },
    "explain.stop": async (): Promise<Result<null>> => {
      reading += 1;
      return succeed(null);
    },
  };
}

const noFile = {
  code: "file-gone",
  title: "There is no file to read.",
  detail: "The folder is empty, or what was dropped is no file.",
  fix: "Drop a log, or a folder with logs in it.",
};
