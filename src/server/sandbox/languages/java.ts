import type { ToolchainOf } from '../toolchain.ts';
import { commonLimits, inPlace, type LanguageSetup } from './language.ts';

/** Compiled and run by a launcher in one Java machine that has the framework loaded. */
export const java = ({ home, packages, launcher, archive }: ToolchainOf<'java'>): LanguageSetup => ({
  mounts: [
    ...inPlace(home),
    { from: packages, at: packages },
    { from: launcher, at: launcher },
    ...(archive ? [{ from: archive, at: archive }] : []),
  ],
  command: [
    `${home}/bin/java`,
    ...(archive ? [`-XX:SharedArchiveFile=${archive}`, '-Xshare:auto'] : []),
    '-Xmx256m',
    '-Xss512k',
    '-XX:TieredStopAtLevel=1',
    '-XX:+UseSerialGC',
    '--add-opens=java.base/java.io=ALL-UNNAMED',
    '--add-opens=java.base/java.lang=ALL-UNNAMED',
    '--add-opens=java.base/java.util=ALL-UNNAMED',
    '-cp',
    `${launcher}:${packages}/*`,
    'HotseatLauncher',
  ],
  environment: {},
  limits: { ...commonLimits, memoryMegabytes: 768, processes: 200, startSeconds: 30 },
});
