import type { Latchkey, Problem } from "../../preload/contract.ts";
import { readableText } from "../text/file-text.ts";
import { type GivenFile, type GivenFiles, takeUp } from "./given-files.ts";
import type { Stores } from "./stores.ts";

/** Files of a folder that are looked into before anything is opened. */
const looked = 24;
const tellingName = /\.(?:mobileconfig|plist|xml|json|ndjson|jsonl|csv|txt|log|tf)(?:\.\d{1,3})?$/i;
/** Bytes of a beginning; main takes as many characters. */
const headBytes = 8192;

/**
 * Takes what was dropped to where it belongs. The dialog of signatures, where it is open, takes all of it. Else main recognises it by names and beginnings, and reads what is given to it then. What
 * cannot be taken, and what is left out beside it, is said.
 */
export async function takeDropped(
  host: Latchkey,
  stores: Pick<Stores, "document" | "explain" | "policies" | "signIns" | "signatures" | "navigation">,
  given: GivenFiles,
): Promise<void> {
  const { document, explain, policies, signIns, signatures, navigation } = stores;
  if (navigation.getState().dialog === "signatures") return signatures.getState().look(given);
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
  const [first] = chosen.files;
  document.getState().dismiss();
  if (kind === "profile") {
    if (first === undefined) return;
    const file = await takeUp(first);
    if (!file.ok) return refuse(file.problem);
    await document.getState().openFile(file.value);
  } else if (kind === "policies") {
    await policies.getState().load(chosen);
    const { problem, dismiss } = policies.getState();
    if (problem !== null) {
      dismiss();
      return refuse(problem);
    }
    navigation.getState().go("conditional-access");
  } else if (kind === "sign-in-log") {
    navigation.getState().go("sign-ins");
    await signIns.getState().open(chosen);
    return;
  } else {
    navigation.getState().go("explain");
    await explain.getState().open(chosen);
    // A folder of logs says by itself what it passed over.
    return;
  }
  const others = given.files.filter((file) => tellingName.test(file.path) && !chosen.files.includes(file));
  if (others.length > 0 && document.getState().failure === null) {
    document.setState({ problem: leftOut(kind, others) });
  }
}

function leftOut(kind: "profile" | "policies", others: readonly GivenFile[]): Problem {
  const names = others.slice(0, 5).map(({ path }) => path);
  const rest = others.length > names.length ? ` and ${others.length - names.length} more` : "";
  return {
    code: "dropped-beside",
    title: `Only the ${kind === "profile" ? "profile" : "policies"} of what was dropped ${kind === "profile" ? "is" : "are"} taken.`,
    detail: `Left out: ${names.join(", ")}${rest}.`,
    fix: "Drop these by themselves.",
  };
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
