import { stemOf } from '../text/word-forms.ts';

const everyday = `use get make take need want know think say see look come go give work try put keep tell ask show find time day week way thing
 people person someone first second next last new old good bad right wrong big small great different same whole own sure case point part
 question problem example reason place number kind end side fact start begin happen mean talk speak call let help become leave add change
 move set turn run stop hold bring follow write read hear lot little many few more most less least long short high low early late`;
const field = `attacker user server application system security secure data request service team code access check control code build test
 client risk company product developer attack page site value name`;

const shares = new Map<string, number>([
  ...field
    .trim()
    .split(/\s+/)
    .map((word) => [stemOf(word), 0.5] as const),
  ...everyday
    .trim()
    .split(/\s+/)
    .map((word) => [stemOf(word), 0.9] as const),
]);

/** How common a stem is in talk about software, 0 (rare) to 1 (in every sentence). */
export const commonness = (stem: string): number => shares.get(stem) ?? 0;
