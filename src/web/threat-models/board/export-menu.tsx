import { drawn } from '#core/threat-model/diagram/drawn.ts';
import type { ThreatModel } from '#core/threat-model/document.ts';
import { drawSvg } from '#core/threat-model/draw-svg.ts';
import { paintPng } from './paint-png.ts';

type Props = { readonly document: ThreatModel; readonly say: (text: string) => void };

function save(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

const fileName = (title: string, ending: string): string =>
  `${title.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '') || 'diagram'}.${ending}`;

/** The diagram as a file, the whole of it, whatever the board shows. */
export function ExportMenu({ document: model, say }: Props) {
  const saveSvg = (): void => {
    save(new Blob([drawSvg(model)], { type: 'image/svg+xml' }), fileName(model.title, 'svg'));
    say('Saved the diagram as SVG.');
  };
  const savePng = async (): Promise<void> => {
    const blob = await paintPng(drawn(model));
    if (blob) save(blob, fileName(model.title, 'png'));
    say(blob ? 'Saved the diagram as PNG.' : 'The browser could not draw the PNG. Save it as SVG.');
  };
  return (
    <>
      <button type="button" className="button small" onClick={saveSvg}>
        SVG
      </button>
      <button type="button" className="button small" onClick={() => void savePng()}>
        PNG
      </button>
    </>
  );
}
