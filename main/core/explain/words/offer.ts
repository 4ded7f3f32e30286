import { findEntry } from "../../verdict/catalogue.ts";
import { type NetworkErrorId, networkErrorEntry } from "../../verdict/network-errors.ts";
import { entryByDescription } from "../../verdict/provider-errors.ts";
import type { Candidate, ExplainAnswer } from "../answer.ts";
import { namedErrorsIn, nameOf } from "../evidence/named-errors.ts";
import { networkErrorsMentioned } from "../evidence/network-error-text.ts";
import { numbersInText } from "../evidence/numbers.ts";
import { codeTitle, networkName } from "../list-knowledge.ts";
import { allSituations } from "../situations.ts";
import { brokenCodes } from "./broken-codes.ts";
import { isInAnotherLanguage } from "./language.ts";
import { networkDescriptions } from "./network-descriptions.ts";
import { type Described, rankByWords } from "./rank.ts";
import { readWords } from "./text-words.ts";

const mostCandidates = 3;

/** Longer texts hold many numbers and sentences; only what people write about one thing is looked through for damaged codes. */
const longestDescription = 20_000;

/**
 * What the words of a text may mean, where nothing in it decides: none to three things, the likeliest first, each with the
 * question that would decide. Nothing of the text is repeated.
 */
export function offerByWords(text: string): ExplainAnswer {
  const words = readWords(text);
  const codes = text.length > longestDescription ? [] : numbersToAskFor(text);
  const candidates = withoutRepetition([
    ...codes,
    ...errorsSpokenOf(text),
    ...sentenceOf(text),
    ...faultsMentioned(text),
    ...rankByWords(words, describedThings()).map(({ candidate }) => candidate),
  ]).slice(0, mostCandidates);
  if (candidates.length > 0) return { kind: "candidates", candidates, ...nothingDecides };
  return { kind: "candidates", candidates, ...(isInAnotherLanguage(words) ? anotherLanguage : nothingKnown) };
}

function numbersToAskFor(text: string): readonly Candidate[] {
  const damaged = brokenCodes(text, (code) => findEntry(code) !== null);
  const codes = [...new Set([...damaged, ...numbersInText(text).lookAlike])];
  return codes.map((code) => ({
    name: `${code}`,
    title: `This may be ${codeTitle(code, findEntry(code)?.name ?? null)}`,
    question: `Does the error or the sign-in log really read ${code}, digit by digit?`,
    kind: "code",
  }));
}

/** Errors of which a sentence speaks, in the order of the text. */
function errorsSpokenOf(text: string): readonly Candidate[] {
  if (text.length > longestDescription) return [];
  return namedErrorsIn(text).spoken.map((error) => ({
    name: nameOf(error),
    title: error.kind === "provider" ? error.entry.title : error.entry.error,
    question: "Is this the error of an answer that came at this login? Paste the whole answer.",
    kind: "code",
  }));
}

/** A sentence of another provider that stands outside an answer: it may be quoted, or meant otherwise. */
function sentenceOf(text: string): readonly Candidate[] {
  const entry = text.length > longestDescription ? null : entryByDescription(text);
  if (entry === null) return [];
  const question = `Is this the error_description of an answer of ${entry.provider}? Paste the whole answer.`;
  return [{ name: entry.id, title: entry.title, question, kind: "code" }];
}

/** Faults of which a sentence speaks: it may be quoted, denied, or be about another program. */
function faultsMentioned(text: string): readonly Candidate[] {
  if (text.length > longestDescription) return [];
  return networkErrorsMentioned(text).map((id) => ({
    name: networkName(id),
    title: faultTitle(id),
    question: "Did a program write this about the host of the login? Paste its whole line.",
    kind: "network",
  }));
}

function faultTitle(id: NetworkErrorId): string {
  return networkErrorEntry(id).title.replace(/\.$/, "");
}

function withoutRepetition(candidates: readonly Candidate[]): readonly Candidate[] {
  return [
    ...new Map(candidates.toReversed().map((candidate) => [candidate.name, candidate])).values(),
  ].reverse();
}

type Thing = Described & { readonly candidate: Candidate };

function describedThings(): readonly Thing[] {
  const situations = allSituations().map(({ id, title, question, words, never, rank }): Thing => {
    return { words, never, rank, candidate: { name: id, title, question, kind: "situation" } };
  });
  const faults = networkDescriptions.map(({ id, question, words, never }): Thing => {
    return {
      words,
      never,
      rank: "usual",
      candidate: { name: networkName(id), title: faultTitle(id), question, kind: "network" },
    };
  });
  return [...situations, ...faults];
}

type Advice = { readonly title: string; readonly detail: string; readonly fix: string };

const list = "latchkey explain --list shows every situation, network fault and code that is known.";

const nothingDecides: Advice = {
  title: "Nothing in this text decides.",
  detail:
    "These are offered from its words alone, the likeliest first. None of them is said to be the cause.",
  fix: "A code decides: look for AADSTS and a number under More details of the page, or in the sign-in log at that minute.",
};

const nothingKnown: Advice = {
  title: "Nothing is known about this text.",
  detail: "It contains no code and no situation that is known, and Latchkey does not guess.",
  fix: `Paste the whole error, with its AADSTS code. ${list}`,
};

const anotherLanguage: Advice = {
  title: "This text is most likely not in English, and it contains no code.",
  detail: "Latchkey knows situations by English words only. A code decides in every language.",
  fix: `Look for AADSTS and a number on the page or in the sign-in log, and paste that. ${list}`,
};
