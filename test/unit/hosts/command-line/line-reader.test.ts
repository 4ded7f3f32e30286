import { PassThrough } from "node:stream";
import { expect, it } from "vitest";
import { lineReader } from "../../../../main/hosts/command-line/line-reader.ts";

it("hands out a line as soon as it is there, although the pipe stays open", async () => {
  const pipe = new PassThrough();
  const lines = lineReader(() => pipe);
  pipe.write("first\r\nsec");
  expect(await lines.next()).toBe("first");
  pipe.write("ond\n");
  expect(await lines.next()).toBe("second");
  lines.close();
  expect(pipe.destroyed).toBe(true);
});

it("takes a last line without a line break, then tells the end", async () => {
  const lines = lineReader(() => PassThrough.from(["only"]) as PassThrough);
  expect([await lines.next(), await lines.next()]).toEqual(["only", null]);
});

it("does not touch the stream before the first line is asked for", () => {
  lineReader(() => {
    throw new Error("opened");
  }).close();
});
