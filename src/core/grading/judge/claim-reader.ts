/** A claim and words that may make it. */
export type ClaimInText = { readonly claim: string; readonly text: string };

/**
 * Reads whether the speaker of a text makes a claim, text by text: log odds, in order. A reader knows neither tiers
 * nor thresholds; windows, combination, calibration and explanation are its caller's.
 */
export type ClaimReader = {
  read(pairs: readonly ClaimInText[]): Promise<readonly number[]>;
};
