import { parentPort } from "node:worker_threads";
import { answerFrom } from "./sign-in-logs/reader/answer.ts";
import { openHere } from "./sign-in-logs/sign-in-log.ts";

if (parentPort !== null) answerFrom(parentPort, openHere);
