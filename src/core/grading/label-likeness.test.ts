import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { labelReading } from './label-likeness.ts';

const labels = labelReading([{ term: 'content delivery network', aliases: ['CDN'], spoken: [] }]);

describe('likeness of labels', () => {
  it.each([
    ['Upload API', 'upload-api'],
    ['PaymentGateway', 'payment gateway'],
    ['CDN', 'Content delivery network'],
    ['The resizer', 'Resizer'],
  ])('takes "%s" for "%s"', (a, b) => {
    expect(labels.likeness(a, b)).toBe(1);
  });

  it.each([
    ['Customer', 'Buyer'],
    ['Image worker', 'Image processing job'],
    ['Postgres', 'Order database'],
    ['Raw bucket', 'S3 bucket for raw uploads'],
    ['Payment provider', 'Payment provider (Stripe)'],
  ])('finds "%s" like "%s"', (a, b) => {
    expect(labels.likeness(a, b)).toBeGreaterThan(0.4);
  });

  it.each([
    ['Seller', 'Resizer'],
    ['CDN', 'Audit log'],
    ['Vault', 'Browser'],
  ])('finds "%s" unlike "%s"', (a, b) => {
    expect(labels.likeness(a, b)).toBeLessThan(0.1);
  });

  it('knows names that tell nothing', () => {
    expect(labels.telling('Service 1')).toBeLessThan(0.2);
    expect(labels.telling('Thumbnailer')).toBe(1);
  });

  it('is symmetric, and 1 for the same', () => {
    const name = fc.stringMatching(/^[A-Za-z]{2,8}( [A-Za-z]{2,8})?$/);
    fc.assert(
      fc.property(name, name, (a, b) => {
        expect(labels.likeness(a, b)).toBeCloseTo(labels.likeness(b, a), 10);
        expect(labels.likeness(a, b)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
