import type { ThreatModel } from './document.ts';
import { writeOtm } from './formats/write-otm.ts';
import { writeThreatDragon } from './formats/write-threat-dragon.ts';
import type { ModelFormat } from './import-model.ts';
import type { Loss } from './model-problem.ts';

/** The text of a model in a format (JSON, ending with a line break), and what that format cannot show. */
export function exportModel(
  model: ThreatModel,
  format: ModelFormat,
): { readonly text: string; readonly losses: readonly Loss[] } {
  const { file, losses } = written(model, format);
  return { text: `${JSON.stringify(file, null, 2)}\n`, losses };
}

function written(model: ThreatModel, format: ModelFormat): { file: object; losses: readonly Loss[] } {
  switch (format) {
    case 'hotseat':
      return { file: model, losses: [] };
    case 'threat-dragon':
      return writeThreatDragon(model);
    case 'otm':
      return writeOtm(model);
  }
}
