import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { openDatabase, withRoom } from "../../../main/sign-in-logs/database.ts";
import { machineProblem } from "../../../main/sign-in-logs/machine-problem.ts";

it("attack: a disk that is full while rows are laid on it is told as such, and nothing is tried again with more memory", async () => {
  const folder = await mkdtemp(join(tmpdir(), "signins-full-"));
  const opened = await openDatabase(folder);
  if (!opened.ok) throw new Error(opened.problem.title);
  const { loading, close } = opened.value;
  // DuckDB takes 90 % of what is free for its limit; a small one stands for a full disk.
  await loading.run("SET memory_limit = '24MB'; SET max_temp_directory_size = '1MB'");
  let tries = 0;
  let failure: unknown = null;
  await withRoom(loading, async () => {
    tries += 1;
    await loading.run(
      "CREATE TABLE many AS SELECT md5(range::VARCHAR) || repeat('x', 400) AS text FROM range(200000)",
    );
  }).catch((error: unknown) => {
    failure = error;
  });
  expect(machineProblem(failure)?.code).toBe("disk-full");
  expect(tries).toBe(1);
  close();
  await rm(folder, { recursive: true });
});
