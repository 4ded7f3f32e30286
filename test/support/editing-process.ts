import { createAutosave } from "../../main/app/drafts/autosave.ts";
import { createDraftStore, draftsFolder } from "../../main/app/drafts/draft-store.ts";
import {
  applyPatch,
  type ProfileDocument,
  readProfile,
  writeProfile,
} from "../../main/core/profile/index.ts";
import { fileAt } from "../../main/files/source-file.ts";

/** Changes a profile without end, keeps its draft after each change and saves it after every third, until it is killed. */
export async function editForever(path: string, state: string, id: string): Promise<void> {
  const { place } = fileAt(path);
  const read = await place?.read(1_000_000);
  const opened = read?.ok === true ? readProfile(read.value, { fileName: path }) : null;
  if (place === null || opened?.ok !== true) throw new Error("The profile cannot be read.");
  const autosave = createAutosave(createDraftStore(draftsFolder(state)), (problem) => {
    if (problem !== null) throw new Error(problem.detail);
  });
  let document: ProfileDocument = opened.value;
  for (let round = 0; ; round += 1) {
    const payload = { domain: "com.jamf.connect.login" };
    const edited = applyPatch(document, {
      op: "set",
      payload,
      path: ["OIDCTenant"],
      value: `tenant-${round}`,
    });
    if (!edited.ok) throw new Error(edited.problem.detail);
    document = edited.value.document;
    const file = { name: "staff.mobileconfig", path, digest: "0".repeat(64), bytes: 1, isSigned: false };
    const savedAt = new Date().toISOString();
    autosave.keep({ id, writer: process.pid, savedAt, mark: "left-out-0b2c4a6e", file, document });
    await autosave.settled();
    if (round === 0) process.stdout.write("ready\n");
    if (round % 3 !== 2) continue;
    const bytes = writeProfile(document, { to: "mobileconfig" });
    const problem = bytes.ok ? await place.write(bytes.value) : bytes.problem;
    if (problem !== null) throw new Error(problem.detail);
  }
}
