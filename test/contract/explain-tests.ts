import { expect } from "vitest";
import type { Bench } from "./bench.ts";

const log = [
  "2026-11-18 09:03:40 opened by megan@contoso.com, password: hunter22",
  "2026-11-18 09:03:52 error_description=AADSTS50105: assigned",
  "",
].join("\n");

const alone = { folder: null, passedOver: 0, notRead: [] } as const;

/** Codes, texts and logs of the Mac. */
export const explainTests = {
  "explain.text": async (bench: Bench) => {
    const text = "AADSTS50076: password=hunter22 Correlation ID: a7d0e5b2-1111-4000-8000-00000000091f";
    const explained = await bench.call("explain.text", { text });
    expect(explained).toMatchObject({
      kind: "explained",
      entries: [
        {
          code: 50076,
          passwordVerdict: "correct",
          jamfConnect: { accepts: true, certainty: "documented" },
          error: { correlationId: "a7d0e5b2-1111-4000-8000-00000000091f" },
        },
      ],
    });
    expect(JSON.stringify(explained)).not.toContain("hunter22");
    const unknown = await bench.call("explain.text", { text: "my password is hunter22" });
    expect(unknown).toMatchObject({ kind: "candidates", candidates: [] });
    expect(JSON.stringify(unknown)).not.toContain("hunter22");
    const pasted = await bench.call("explain.text", {
      text: `${log}${"2026-11-18 09:03:53 and on\n".repeat(5000)}`,
    });
    expect(pasted).toMatchObject({
      kind: "log",
      log: { attempts: [{ codes: [50105] }], entries: [{ code: 50105 }] },
    });
    expect(JSON.stringify(pasted)).not.toMatch(/hunter22|megan/);
    expect((await bench.problem("explain.text", { text: "x".repeat(65_537) })).code).toBe("explain-too-long");
    expect((await bench.problem("explain.text", { text: "x".repeat(4_000_001) })).code).toBe("wrong-input");
  },
  "explain.list": async (bench: Bench) => {
    const rows = await bench.call("explain.list", {});
    expect(new Set(rows.map(({ kind }) => kind))).toEqual(new Set(["code", "situation", "network"]));
    expect(rows).toContainEqual(expect.objectContaining({ name: "50076", kind: "code" }));
  },
  "explain.commands": async (bench: Bench) => {
    const commands = await bench.call("explain.commands", {});
    expect(commands).toContainEqual(expect.objectContaining({ command: "cat /private/tmp/jamf_login.log" }));
  },
  "explain.chooseFiles": async (bench: Bench) => {
    const paths = ["a/b.png", "a/jamf_login.log"];
    expect(await bench.call("explain.chooseFiles", { paths })).toMatchObject({ read: [1], passedOver: 1 });
  },
  "explain.files": async (bench: Bench) => {
    const file = bench.give("jamf_login.log", log);
    const read = await bench.call("explain.files", { ...alone, files: [{ file, path: "jamf_login.log" }] });
    expect(read).toMatchObject({ kind: "log", log: { files: [{ name: "jamf_login.log", lines: 2 }] } });
    // A handle is worth something once.
    const again = { ...alone, files: [{ file, path: "jamf_login.log" }] };
    expect((await bench.problem("explain.files", again)).code).toBe("file-gone");
    const text = { ...alone, files: [{ file: bench.give("e.txt", "AADSTS50126"), path: "e.txt" }] };
    expect(await bench.call("explain.files", text)).toMatchObject({
      kind: "explained",
      entries: [{ code: 50126 }],
    });
    const image = {
      ...alone,
      files: [{ file: bench.give("i.png", Uint8Array.from([0x89, 0x50, 0, 0, 1])), path: "i.png" }],
    };
    expect((await bench.problem("explain.files", image)).code).toBe("not-a-log");
    expect((await bench.problem("explain.files", { ...alone, files: [] })).code).toBe("file-gone");
    const folder = {
      folder: "grab",
      files: [
        { file: bench.give("login.log", log), path: "a/login.log" },
        {
          file: bench.give("sw_vers.txt", "ProductName: macOS\nProductVersion: 15.7\n"),
          path: "sw_vers.txt",
        },
      ],
      passedOver: 3,
      notRead: ["x is packed: unpack it first."],
    };
    const together = await bench.call("explain.files", folder);
    expect(together).toMatchObject({
      log: { files: [{ name: "a/login.log" }], versions: [{ version: "15.7" }] },
    });
    expect(JSON.stringify(together)).toContain("x is packed: unpack it first.");
    const none = { folder: "empty", files: [], passedOver: 0, notRead: [] };
    expect((await bench.problem("explain.files", none)).code).toBe("no-log-in-folder");
  },
  "explain.stop": async (bench: Bench) => {
    const files = Array.from({ length: 50 }, (_, index) => {
      const path = `${index}/jamf_login.log`;
      return { file: bench.give(path, log), path };
    });
    const reading = bench.call("explain.files", { folder: "grab", files, passedOver: 0, notRead: [] });
    // The first report comes with the first piece; then somebody presses Stop.
    await bench.next("explain.progress");
    expect(await bench.call("explain.stop", {})).toBeNull();
    const read = await reading;
    if (read.kind !== "log") throw new Error("no log was read");
    expect(read.log.files.length).toBeLessThan(50);
    expect(read.log.notes.join(" ")).toMatch(/\d+ files were not read\./);
  },
};
