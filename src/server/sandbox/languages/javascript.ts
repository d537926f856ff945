import type { ToolchainOf } from '../toolchain.ts';
import { commonLimits, type LanguageSetup } from './language.ts';

/** A Node program that listens by itself. */
export const javascript = ({ packages }: ToolchainOf<'javascript'>): LanguageSetup => ({
  mounts: [{ from: packages, at: '/srv/node_modules' }],
  command: [
    '/hotseat/node',
    '--disable-warning=ExperimentalWarning',
    '--max-old-space-size=256',
    '/hotseat/inside/launch-javascript.mjs',
  ],
  environment: { NODE_ENV: 'production' },
  limits: commonLimits,
});
