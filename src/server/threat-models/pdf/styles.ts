import type { Style } from './typesetter.ts';

const ink = '#16181d';
const muted = '#5a606c';

export const body: Style = { size: 10, weight: 'regular', color: ink };
export const cell: Style = { size: 8.5, weight: 'regular', color: ink };
export const cellHead: Style = { ...cell, weight: 'strong', color: muted };
export const small: Style = { size: 8, weight: 'regular', color: muted };
export const headings: Readonly<Record<1 | 2 | 3, Style>> = {
  1: { size: 22, weight: 'strong', color: ink },
  2: { size: 14, weight: 'strong', color: ink },
  3: { size: 11, weight: 'strong', color: ink },
};
