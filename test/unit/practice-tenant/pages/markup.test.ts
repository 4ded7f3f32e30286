import fc from "fast-check";
import { expect, test } from "vitest";
import { markup } from "../../../../main/practice-tenant/pages/markup.ts";
import { anyText } from "../../../support/any-text.ts";
import { assertProperty } from "../../../support/assert-property.ts";

test("text stays text, whatever it is", () => {
  assertProperty(
    fc.property(anyText(), (text) => {
      const { markup: made } = markup`<p title="${text}">${text}</p>`;
      const inside = made.slice('<p title="'.length, -"</p>".length);
      expect(inside.replace('">', "")).not.toMatch(/[<>"']/);
    }),
  );
});

test("markup inside markup stays markup, lists are joined, null is nothing", () => {
  const items = ["<a>", "b"].map((text) => markup`<li>${text}</li>`);
  expect(markup`<ul>${items}</ul>${null}${3}`.markup).toBe("<ul><li>&lt;a&gt;</li><li>b</li></ul>3");
});
