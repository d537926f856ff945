import type { ToolchainOf } from '../toolchain.ts';
import { commonLimits, inPlace, type LanguageSetup } from './language.ts';

/** Built in the sandbox from the standard library alone, then run. */
export const go = ({ home, cache }: ToolchainOf<'go'>): LanguageSetup => ({
  mounts: [...inPlace(home), { from: cache, at: cache }],
  command: ['/hotseat/node', '/hotseat/inside/launch-go.mjs'],
  environment: {
    PATH: `${home}/bin:/usr/bin:/bin`,
    GOROOT: home,
    GOCACHE: '/hotseat/work/cache',
    GOPATH: '/tmp/go',
    GOFLAGS: '-trimpath -buildvcs=false -mod=mod',
    CGO_ENABLED: '0',
    GOPROXY: 'off',
    GOTOOLCHAIN: 'local',
    GOTELEMETRY: 'off',
  },
  limits: { ...commonLimits, memoryMegabytes: 1024, processes: 256, startSeconds: 30 },
  cache,
});
