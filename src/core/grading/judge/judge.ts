import type { Calibration } from './calibration.ts';
import type { ClaimReader } from './claim-reader.ts';

/** A reader of claims and what its log odds are worth. */
export type Judge = { readonly reader: ClaimReader; readonly calibration: Calibration };
