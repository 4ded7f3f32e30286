import type { Page } from "playwright";
import { type AxeLook, axeFaults } from "../../../support/axe-faults.ts";
import { expect } from "../../support/fixtures.ts";

/** Expects no accessibility fault on the page as it stands. */
export async function expectNoAxeFault(page: Page, look: AxeLook = "everything"): Promise<void> {
  expect(await axeFaults(page, look)).toEqual([]);
}
