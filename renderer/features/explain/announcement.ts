import type { Explained } from "../../../preload/contract.ts";

/** What is read aloud when an answer arrives. */
export function announcementOf(answer: Explained): string {
  if (answer.kind === "log") {
    return `${answer.log.title} ${answer.log.detail}`;
  }
  if (answer.kind === "candidates") {
    const titles = answer.candidates.map(({ title }) => title).join("; ");
    return titles === "" ? `${answer.title} ${answer.detail}` : `${answer.title} It could be: ${titles}.`;
  }
  const [first, ...others] = answer.entries;
  const more = others.length === 0 ? "" : ` Also explained: ${others.map(({ title }) => title).join(", ")}.`;
  return first === undefined ? "" : `${first.title}. ${first.meaning}${more}`;
}
