export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
export type NamedBox = { readonly id: string; readonly box: Box };

const area = ({ width, height }: Box): number => width * height;

const holdsCenter = (outer: Box, { x, y, width, height }: Box): boolean => {
  const [middle, center] = [x + width / 2, y + height / 2];
  return (
    middle >= outer.x &&
    middle <= outer.x + outer.width &&
    center >= outer.y &&
    center <= outer.y + outer.height
  );
};

/** The smallest of the boxes that holds the center of this one and is larger than it; null when none does. */
export function innermostAround(box: Box, boxes: readonly NamedBox[], self?: string): string | null {
  const around = boxes.filter(
    (other) => other.id !== self && area(other.box) > area(box) && holdsCenter(other.box, box),
  );
  const [smallest] = around.sort((a, b) => area(a.box) - area(b.box));
  return smallest?.id ?? null;
}
