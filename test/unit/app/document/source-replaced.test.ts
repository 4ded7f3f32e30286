import { expect, it } from "vitest";
import { createBench } from "../../../contract/bench.ts";

it("attack: a find and replace that changes every key of a large source is one change, taken at once and taken back", async () => {
  const keys = Array.from({ length: 2_500 }, (_, index) => `<key>k${index}</key><true/>`).join("");
  const bench = createBench();
  const file = bench.give(
    "com.jamf.connect.login.plist",
    `<plist version="1.0"><dict>${keys}</dict></plist>`,
  );
  const before = await bench.change("profile.open", { file });
  const text = before.source.replaceAll("<true/>", "<false/>");
  const version = before.sourceMap.version ?? "";
  await bench.call("profile.editSource", { text, version });
  expect((await bench.call("profile.current", {}))?.source).toBe(text);
  await bench.call("profile.undo", {});
  expect(await bench.call("profile.current", {})).toMatchObject({ source: before.source, unsaved: false });
  await bench.session.dispose();
});
