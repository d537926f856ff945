import { describe, expect, it } from 'vitest';
import { threatRule } from '#core/content/threat-rule.ts';
import { analyze } from './analyze.ts';
import { threatModel } from './document.ts';
import { drawSvg } from './draw-svg.ts';
import { reportOf } from './report.ts';

const model = threatModel.parse({
  version: 1,
  title: 'Shop | <script>alert(1)</script>',
  elements: [
    { id: 'user', kind: 'actor', label: 'User' },
    { id: 'web', kind: 'process', label: 'Web', boundary: 'dmz' },
  ],
  flows: [{ id: 'f', label: 'Order', from: 'user', to: 'web', protocol: 'HTTP', facts: { encrypted: 'no' } }],
  boundaries: [{ id: 'dmz', label: 'DMZ' }],
  threats: [{ id: 't', title: 'Read along', stride: 'information-disclosure', on: ['f'], impact: 4 }],
  mitigations: [{ id: 'm', title: 'TLS', threats: ['t'], at: ['dmz'] }],
});

const rule = threatRule.parse({
  id: 'plain',
  title: 'Plain text',
  stride: 'information-disclosure',
  on: 'flow',
  when: { not: { fact: 'encrypted' } },
  explanation: 'It is read.',
  cwe: [319],
  mitigations: [{ title: 'Encrypt it', kind: 'prevents', asvs: ['V12.2'] }],
  falsePositive: 'It is public.',
});

const report = reportOf(model, analyze(model, [rule]));

describe('the report', () => {
  it('shows zones, flows over boundaries, threats, mitigations and findings with their reasons', () => {
    for (const text of [
      '- **trust boundary DMZ**\n  - process Web',
      '| User → Web | Order | HTTP | enters DMZ | encrypted: no |',
      '### 1. Read along',
      'Against it: TLS.',
      '| TLS | prevents | proposed | DMZ |',
      '- “Order” from User to Web is not encrypted.',
      'CWE-319',
      'ASVS V12.2',
    ])
      expect(report).toContain(text);
  });

  it('lets no text of the model become markup', () => {
    expect(report).not.toContain('<script');
    expect(report.split('\n')[0]).toBe('# Shop \\| &lt;script\\>alert\\(1\\)&lt;/script\\>');
    const sly = (residualRisk: string): string => reportOf({ ...model, residualRisk }, analyze(model, []));
    expect(sly('# No heading')).toContain('\n\n\\# No heading\n');
    expect(sly('- no list')).toContain('\n\n\\- no list\n');
    expect(sly('1. no list')).toContain('\n\n1\\. no list\n');
  });

  it('holds the diagram when there is one, in an address that ends where it should', () => {
    expect(report).not.toContain('](data:');
    const pictured = reportOf(model, analyze(model, [rule]), drawSvg(model));
    const [, address = ''] = /!\[Data-flow diagram\]\((data:[^)\s]+)\)\n/.exec(pictured) ?? [];
    expect(decodeURIComponent(address.replace('data:image/svg+xml,', ''))).toBe(drawSvg(model));
  });
});
