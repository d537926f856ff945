import type { Losses } from './losses.ts';
import type { Box } from './nesting.ts';
import type { OtmComponent, OtmFile, OtmZone } from './otm-schema.ts';

type Thing = OtmComponent | OtmZone;

/** Boxes by id. A position counts from the corner of the parent, where the parent is drawn too. */
export function otmLayout(
  { trustZones, components }: OtmFile,
  losses: Losses,
): Readonly<Record<string, Box>> {
  const things: readonly Thing[] = [...(trustZones ?? []), ...(components ?? [])];
  const byId = new Map(things.map((thing) => [thing.id, thing]));
  for (const { name, representations } of things) {
    if ((representations ?? []).some(({ position, size }) => !position || !size))
      losses.add(`"${name}"`, 'Representations in code, or without position and size, have no place.');
  }
  return Object.fromEntries(
    things.flatMap((thing) => {
      const box = boxOf(thing);
      if (!box) return [];
      const { x, y } = cornerOf(thing, byId);
      return [[thing.id, { ...box, x: box.x + x, y: box.y + y }]];
    }),
  );
}

function boxOf({ representations }: Thing): Box | undefined {
  for (const { position, size } of representations ?? []) {
    if (position && size && size.width > 0 && size.height > 0)
      return { x: position.x, y: position.y, width: size.width, height: size.height };
  }
  return undefined;
}

function cornerOf(thing: Thing, byId: ReadonlyMap<string, Thing>): { x: number; y: number } {
  const corner = { x: 0, y: 0 };
  const seen = new Set([thing.id]);
  for (let at = parentOf(thing, byId); at && !seen.has(at.id); at = parentOf(at, byId)) {
    seen.add(at.id);
    const box = boxOf(at);
    corner.x += box?.x ?? 0;
    corner.y += box?.y ?? 0;
  }
  return corner;
}

const parentOf = ({ parent }: Thing, byId: ReadonlyMap<string, Thing>): Thing | undefined =>
  byId.get(parent?.trustZone ?? parent?.component ?? '');
