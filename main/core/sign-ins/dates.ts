/** In which order a date with slashes or dots is written. */
export type DateOrder = "month-first" | "day-first";

/**
 * Forms of dates beside ISO 8601 that sign-in logs hold, in the letters of `strptime`. Log Analytics writes the first ones
 * (`4/19/2021, 12:13:19.483 PM`); a spreadsheet that saved the file leaves the last ones (`9/5/2023 16:41`). All are UTC.
 */
export function dateForms(order: DateOrder): readonly string[] {
  const day = order === "month-first" ? "%m/%d/%Y" : "%d/%m/%Y";
  const dotted = "%d.%m.%Y";
  return [
    `${day}, %I:%M:%S.%g %p`,
    `${day}, %I:%M:%S %p`,
    `${day}, %H:%M:%S.%g`,
    `${day}, %H:%M:%S`,
    `${day} %I:%M:%S %p`,
    `${day} %I:%M %p`,
    `${day} %H:%M:%S`,
    `${day} %H:%M`,
    `${dotted}, %H:%M:%S`,
    `${dotted} %H:%M:%S`,
    `${dotted} %H:%M`,
  ];
}
