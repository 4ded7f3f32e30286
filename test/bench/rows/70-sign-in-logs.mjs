import { openingRow, signInRows } from "../support/sign-in-rows.mjs";

export const rows = [openingRow(), ...signInRows(10_000), ...signInRows(50_000)];
