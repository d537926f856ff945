import type { ThreatRule } from '#core/content/threat-rule.ts';
import { analyze } from '#core/threat-model/analyze.ts';
import type { ThreatModel } from '#core/threat-model/document.ts';
import { drawSvg } from '#core/threat-model/draw-svg.ts';
import { exportModel } from '#core/threat-model/export-model.ts';
import { reportOf } from '#core/threat-model/report.ts';
import type { exportFormats } from '../routes/schemas/threat-model.ts';

type ExportFormat = (typeof exportFormats)[number];
type ExportedFile = {
  readonly content: string | Uint8Array<ArrayBuffer>;
  readonly type: string;
  readonly name: string;
};

/** A model as the file that a format asks for. */
export async function exportedFile(
  model: ThreatModel,
  format: ExportFormat,
  rules: readonly ThreatRule[],
): Promise<ExportedFile> {
  const name = fileName(model.title);
  switch (format) {
    case 'hotseat':
    case 'threat-dragon':
    case 'otm': {
      const ending = format === 'hotseat' ? 'json' : `${format}.json`;
      return { content: exportModel(model, format).text, type: json, name: `${name}.${ending}` };
    }
    case 'markdown': {
      const content = reportOf(model, analyze(model, rules), diagramOf(model));
      return { content, type: 'text/markdown; charset=utf-8', name: `${name}.md` };
    }
    case 'svg':
      return { content: drawSvg(model), type: 'image/svg+xml', name: `${name}.svg` };
    case 'pdf': {
      const { reportPdf } = await import('./pdf/report-pdf.ts');
      const content = await reportPdf(model, analyze(model, rules));
      return { content, type: 'application/pdf', name: `${name}.pdf` };
    }
  }
}

/** There is nothing to see of an empty model. */
const diagramOf = (model: ThreatModel): string | undefined =>
  model.elements.length + model.boundaries.length > 0 ? drawSvg(model) : undefined;

const json = 'application/json; charset=utf-8';

/** Letters and digits of the title, so that no system stumbles over the name and no header is broken by it. */
const fileName = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60) || 'threat-model';
