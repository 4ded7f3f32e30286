import fc from "fast-check";
import { describe, test } from "vitest";
import { assertProperty } from "../../../support/assert-property.ts";
import { anyBytes, damagedFiles, expectReadable } from "./fuzzing.ts";

describe("no file crashes the readers", () => {
  test("damaged property lists", () => {
    assertProperty(fc.property(damagedFiles, expectReadable), "cheap");
  });

  test("any bytes", () => {
    assertProperty(fc.property(anyBytes, expectReadable), "cheap");
  });
});
