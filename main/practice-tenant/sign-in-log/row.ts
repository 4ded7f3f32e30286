/** What Graph beta says about one policy in a sign-in. */
export type AppliedPolicy = {
  readonly id: string;
  readonly displayName: string;
  readonly enforcedGrantControls: readonly string[];
  readonly enforcedSessionControls: readonly string[];
  readonly result:
    | "success"
    | "failure"
    | "notApplied"
    | "notEnabled"
    | "reportOnlySuccess"
    | "reportOnlyFailure"
    | "reportOnlyInterrupted"
    | "reportOnlyNotApplied";
  readonly conditionsSatisfied: string;
  readonly conditionsNotSatisfied: string;
};

export type AuthenticationDetail = {
  readonly authenticationStepDateTime: string;
  readonly authenticationMethod: string;
  readonly authenticationMethodDetail: string | null;
  readonly succeeded: boolean;
  readonly authenticationStepResultDetail: string;
  readonly authenticationStepRequirement: string;
};

/**
 * One row of the sign-in log, in the names of Graph beta (`signIn`). v1.0 shows a part of it.
 * https://learn.microsoft.com/graph/api/resources/signin?view=graph-rest-beta
 */
export type SignInRow = {
  readonly id: string;
  readonly createdDateTime: string;
  readonly userDisplayName: string;
  readonly userPrincipalName: string;
  readonly userId: string;
  readonly userType: "member" | "guest";
  readonly appId: string;
  readonly appDisplayName: string;
  readonly ipAddress: string;
  readonly clientAppUsed: string;
  readonly userAgent: string;
  readonly correlationId: string;
  readonly conditionalAccessStatus: "success" | "failure" | "notApplied";
  readonly appliedConditionalAccessPolicies: readonly AppliedPolicy[];
  readonly isInteractive: boolean;
  readonly deviceDetail: Readonly<Record<string, unknown>>;
  readonly location: Readonly<Record<string, unknown>>;
  readonly riskDetail: string;
  readonly riskLevelAggregated: string;
  readonly riskLevelDuringSignIn: string;
  readonly riskState: string;
  readonly riskEventTypes: readonly string[];
  readonly riskEventTypes_v2: readonly string[];
  readonly resourceDisplayName: string;
  readonly resourceId: string;
  readonly resourceTenantId: string;
  readonly homeTenantId: string;
  readonly servicePrincipalId: string;
  readonly servicePrincipalName: string | null;
  readonly status: {
    readonly errorCode: number;
    readonly failureReason: string;
    readonly additionalDetails: string | null;
  };
  readonly authenticationDetails: readonly AuthenticationDetail[];
  readonly authenticationRequirement: "singleFactorAuthentication" | "multiFactorAuthentication";
  readonly authenticationRequirementPolicies: readonly {
    readonly requirementProvider: string;
    readonly detail: string;
  }[];
  readonly authenticationProtocol: "none" | "oAuth2" | "ropc" | "deviceCode";
  readonly incomingTokenType: "none" | "refreshToken";
  readonly conditionalAccessAudiences: readonly string[];
  readonly signInEventTypes: readonly ("interactiveUser" | "nonInteractiveUser")[];
  readonly clientCredentialType: string;
  readonly authenticationProcessingDetails: readonly { readonly key: string; readonly value: string }[];
  readonly networkLocationDetails: readonly unknown[];
  readonly tokenIssuerType: string;
  readonly crossTenantAccessType: string;
  readonly originalRequestId: string;
  readonly uniqueTokenIdentifier: string;
  readonly processingTimeInMilliseconds: number;
};
