import type { Page } from "playwright";
import { axeFaults } from "../../../support/axe-faults.ts";
import { expect } from "../../support/fixtures.ts";

/** Expects no accessibility fault on the page as it stands. */
export async function expectNoAxeFault(page: Page): Promise<void> {
  expect(await axeFaults(page)).toEqual([]);
}
