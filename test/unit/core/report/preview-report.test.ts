import { describe, expect, test } from "vitest";
import { makeReport, previewReport, type ReportFormat } from "../../../../main/core/report/index.ts";
import { inputOf, mira } from "./fixtures.ts";

function both(format: ReportFormat) {
  const [made, preview] = [makeReport(inputOf(mira), format), previewReport(inputOf(mira), format)];
  if (!made.ok || !preview.ok) throw new Error("No report was made.");
  return { made: made.value, preview: preview.value };
}

describe("the preview of a report", () => {
  test.each(["markdown", "json"] as const)("is the text that is written as %s", (format) => {
    const { made, preview } = both(format);
    expect(preview.text).toBe(new TextDecoder().decode(made.bytes));
    expect(preview).toMatchObject({ fileName: made.fileName, bytes: made.bytes.length, files: [] });
  });

  test("of a page and of a bundle is the Markdown that says the same, with the files of the bundle", () => {
    const { text } = both("markdown").preview;
    expect(both("html").preview.text).toBe(text);
    const { made, preview } = both("bundle");
    expect(preview.text).toBe(text);
    expect(preview.files).toEqual(made.files);
  });

  test("names the sections in their order", () => {
    const { parts, text } = both("markdown").preview;
    expect(parts).toEqual(
      text
        .split("\n")
        .filter((line) => line.startsWith("## "))
        .map((line) => line.slice(3).replaceAll("\\", "")),
    );
    expect(parts.at(-1)).toBe("Raw data");
  });
});
