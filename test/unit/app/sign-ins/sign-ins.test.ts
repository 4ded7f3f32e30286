import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createSignIns } from "../../../../main/app/sign-ins/sign-ins.ts";
import { fail, type Problem, succeed } from "../../../../main/core/problem.ts";
import { allRows } from "../../../../main/core/sign-ins/index.ts";
import { copyAt } from "../../../../main/files/source-file.ts";
import { openSignInLog, type SignInLog } from "../../../../main/sign-in-logs/index.ts";
import type { SignInsView } from "../../../../preload/contract.ts";
import { graphRow, testRow } from "../../../support/sign-in-rows.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "signins-app-"));
  await writeFile(join(folder, "log.json"), JSON.stringify([graphRow(testRow(1)), graphRow(testRow(2))]));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const source = (name: string) => copyAt(join(folder, "log.json"), name, async () => undefined);

const ended: Problem = { code: "log-reader-ended", title: "ended", detail: "", fix: "" };

/** Logs of which the first is gone from some moment on. */
function logsOfWhichTheFirstEnds() {
  let opened = 0;
  let isGone = false;
  const open = async () => {
    const log = await openSignInLog(folder);
    if (!log.ok) return log;
    opened += 1;
    if (opened > 1) return log;
    const own = log.value;
    const guarded: SignInLog = {
      ...own,
      add: (...asked) => (isGone ? Promise.resolve(fail(ended)) : own.add(...asked)),
      report: (...asked) => (isGone ? Promise.resolve(fail(ended)) : own.report(...asked)),
    };
    return succeed(guarded);
  };
  return {
    open,
    goes: () => {
      isGone = true;
    },
  };
}

it("says that the reader has ended where a question meets that, shows nothing of what is lost, and reads the next file anew", async () => {
  const logs = logsOfWhichTheFirstEnds();
  const views: (SignInsView | null)[] = [];
  const signIns = createSignIns((view) => views.push(view), logs.open);
  await signIns.add([source("a.json")]);
  expect(signIns.view()).toMatchObject({ rows: 2, refused: [] });
  logs.goes();
  const answer = await signIns.report(allRows, null);
  expect(!answer.ok && answer.problem.code).toBe("log-reader-ended");
  expect(signIns.view()).toMatchObject({ rows: 0, files: [], refused: [ended], reading: null });
  expect(views.at(-1)).toEqual(signIns.view());
  await signIns.add([source("b.json")]);
  expect(signIns.view()).toMatchObject({ rows: 2 });
  await signIns.end();
});

it("does not go on with further files where the reader ended in one", async () => {
  const logs = logsOfWhichTheFirstEnds();
  const signIns = createSignIns(() => undefined, logs.open);
  await signIns.add([source("a.json")]);
  logs.goes();
  await signIns.add([source("b.json"), source("c.json")]);
  expect(signIns.view()).toMatchObject({ rows: 0, files: [], refused: [ended] });
  await signIns.end();
});

it("who is at risk, and by which detections, stands in the reports that follow; what of it could not be read beside the files", async () => {
  const user = "robin@contoso.com";
  const check = testRow(7, { user, code: 50076 });
  await writeFile(join(folder, "check.json"), JSON.stringify([graphRow(check)]));
  const signIns = createSignIns(
    () => undefined,
    () => openSignInLog(folder),
  );
  await signIns.add([copyAt(join(folder, "check.json"), "check.json", async () => undefined)]);
  const robin = { id: "robin-id", user, level: "high", isConfirmed: false, changedAt: null };
  const found = { id: "1", type: "passwordSpray", at: null, requestId: check.id, correlationId: null };
  const title = async () => {
    const answer = await signIns.report(allRows, null);
    return answer.ok ? answer.value.report.findings.map((finding) => finding.title) : [];
  };
  signIns.atRisk(succeed({ people: [robin], detections: new Map([[robin.id, [found]]]), unread: null }));
  expect(await title()).toEqual([
    expect.stringContaining("names a correct password that met MFA in this log."),
  ]);
  expect(signIns.view()).toMatchObject({ refused: [] });
  signIns.atRisk(succeed({ people: [robin], detections: new Map(), unread: ended }));
  expect(await title()).toEqual([expect.stringContaining("The one failure of theirs is a correct password")]);
  expect(signIns.view()).toMatchObject({ refused: [ended] });
  await signIns.end();
});
