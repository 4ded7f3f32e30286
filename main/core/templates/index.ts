/** New profiles: templates by recipe and provider, each a function of the few things that only the admin knows. */
export { blankMark } from "./blank-mark.ts";
export { type FilledTemplate, fillTemplate, type NewIds, templates } from "./fill-template.ts";
export type { WrongAnswer } from "./read-answers.ts";
export type { Answers, Blank, BlankForm, BlankId, Template } from "./template.ts";
