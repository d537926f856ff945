/** From most general to most specific; a compound element needs several others together. */
export type WeaknessLevel = 'pillar' | 'class' | 'base' | 'variant' | 'compound';

/** Id, name, level, ids of the parents in the research view. */
export type WeaknessRow = readonly [
  id: number,
  name: string,
  level: WeaknessLevel,
  parents: readonly number[],
];

/** An entry of the CWE list. */
export type Weakness = {
  readonly id: number;
  readonly name: string;
  readonly level: WeaknessLevel;
  readonly parents: readonly number[];
};
