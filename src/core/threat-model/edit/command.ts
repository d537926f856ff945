import type { z } from 'zod';
import type { Answer, ElementKind } from '#core/content/threat-model-vocabulary.ts';
import type { Element, element, Flow, flow, ThreatModel, TrustBoundary, trustBoundary } from '../document.ts';
import type { Box } from '../formats/nesting.ts';
import type { ListCommand } from './list-command.ts';

export type AddCommand =
  /** Without a box it gets a free place in its boundary. */
  | { readonly type: 'add-element'; readonly element: z.input<typeof element>; readonly box?: Box }
  | { readonly type: 'add-boundary'; readonly boundary: z.input<typeof trustBoundary>; readonly box?: Box }
  | { readonly type: 'add-flow'; readonly flow: z.input<typeof flow> };

type DiagramCommand =
  | AddCommand
  | {
      readonly type: 'update-element';
      readonly id: string;
      readonly changes: Partial<Pick<Element, 'label' | 'description' | 'inScope'>>;
    }
  | {
      readonly type: 'update-flow';
      readonly id: string;
      readonly changes: Partial<Omit<Flow, 'id' | 'facts'>>;
    }
  | {
      readonly type: 'update-boundary';
      readonly id: string;
      readonly changes: Partial<Pick<TrustBoundary, 'label' | 'description'>>;
    }
  /** Of an element or flow; `unknown` takes the fact away. */
  | { readonly type: 'set-fact'; readonly id: string; readonly fact: string; readonly answer: Answer }
  /** Facts that the other kind has not are dropped. */
  | { readonly type: 'set-kind'; readonly id: string; readonly kind: ElementKind }
  /** Puts elements and boundaries into a boundary, or out of all; what is drawn elsewhere gets a free place in it. */
  | { readonly type: 'nest'; readonly ids: readonly string[]; readonly into: string | null }
  /** Takes elements, flows and boundaries away, with the flows of the elements and every mention. */
  | { readonly type: 'remove'; readonly ids: readonly string[] }
  /** Moves and resizes: layout only, but for what `into` says to have been dropped into a boundary or out of all. */
  | {
      readonly type: 'place';
      readonly boxes: Readonly<Record<string, Box>>;
      readonly into?: Readonly<Record<string, string | null>>;
    };

type TextCommand =
  | {
      readonly type: 'set-texts';
      readonly changes: Partial<Pick<ThreatModel, 'title' | 'description' | 'residualRisk' | 'tradeOffs'>>;
    }
  /** Sets a finding of a rule aside; without a reason it counts again. */
  | {
      readonly type: 'set-dismissed';
      readonly rule: string;
      readonly on: string;
      readonly reason: string | null;
    };

/** Everything that can be done to a model. `all` is one step to undo: it is done wholly or not at all. */
export type ModelCommand =
  | DiagramCommand
  | ListCommand
  | TextCommand
  | { readonly type: 'all'; readonly commands: readonly ModelCommand[] };
