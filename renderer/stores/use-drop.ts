import { useCallback } from "react";
import type { Problem } from "../../preload/contract.ts";
import { readableText } from "../text/file-text.ts";
import { useApp } from "./context.ts";
import type { GivenFile, GivenFiles } from "./given-files.ts";

/** Files of a folder that are looked into before anything is opened. */
const looked = 24;
const tellingName = /\.(?:mobileconfig|plist|xml|json|ndjson|jsonl|csv|txt|log|tf)(?:\.\d{1,3})?$/i;
/** Bytes of a beginning; main takes as many characters. */
const headBytes = 8192;

/** Takes what was dropped to where it belongs: main recognises it by names and beginnings, and reads what is given to it then. */
export function useDrop(): (given: GivenFiles) => Promise<void> {
  const { host, stores } = useApp();
  return useCallback(
    async (given) => {
      const { document, explain, policies, navigation } = stores;
      const isTogether = given.folder !== null;
      const fileName = given.folder ?? given.files[0]?.path ?? "What was dropped";
      const refuse = (problem: Problem) =>
        document.getState().refuse({ fileName, bytes: null, text: null, problem });
      const files = await withHeads(given.files, isTogether);
      const answer = await host.call("drop.recognise", { isTogether, files });
      if (!answer.ok) return refuse(answer.problem);
      if (answer.value.kind === "refused") return refuse(answer.value.problem);
      const { kind, files: places } = answer.value;
      const chosen = { ...given, files: places.flatMap((place) => given.files[place] ?? []) };
      document.getState().dismiss();
      if (kind === "profile") {
        const file = await chosen.files[0]?.file();
        if (file !== undefined) await document.getState().openFile(file);
      } else if (kind === "policies") {
        await policies.getState().load(chosen);
        const { problem, dismiss } = policies.getState();
        if (problem !== null) {
          dismiss();
          return refuse(problem);
        }
        navigation.getState().go("conditional-access");
      } else {
        navigation.getState().go("explain");
        await explain.getState().open(chosen);
      }
    },
    [host, stores],
  );
}

/** How the files begin that may tell what all of it is. */
function withHeads(files: readonly GivenFile[], isTogether: boolean) {
  const telling = files.filter(({ path }) => !isTogether || tellingName.test(path)).slice(0, looked);
  return Promise.all(
    files.map(async (given) => ({
      path: given.path.slice(-4096),
      head: telling.includes(given) ? await headOf(given) : "",
    })),
  );
}

async function headOf({ file }: GivenFile): Promise<string> {
  try {
    const bytes = await (await file()).slice(0, headBytes).arrayBuffer();
    return (readableText(new Uint8Array(bytes)) ?? "").slice(0, headBytes);
  } catch {
    // Whoever reads the whole file says why it cannot be read.
    return "";
  }
}
