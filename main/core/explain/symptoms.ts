import { checkSymptoms } from "./symptoms/check-symptoms.ts";
import { logSymptoms } from "./symptoms/log-symptoms.ts";
import { loginSymptoms } from "./symptoms/login-symptoms.ts";
import { passwordSymptoms } from "./symptoms/password-symptoms.ts";
import type { Symptom } from "./symptoms/symptom.ts";

/**
 * The symptoms of the Jamf Nation thread and of today's Conditional Access. The first that matches is taken, so the ones with
 * the widest words stand last.
 */
export const symptoms: readonly Symptom[] = [
  ...checkSymptoms,
  ...logSymptoms,
  ...loginSymptoms,
  ...passwordSymptoms,
];
