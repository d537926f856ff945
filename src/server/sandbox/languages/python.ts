import type { ToolchainOf } from '../toolchain.ts';
import { commonLimits, inPlace, type LanguageSetup } from './language.ts';

/** A WSGI app under werkzeug's threaded server. */
export const python = ({ interpreter, home, packages }: ToolchainOf<'python'>): LanguageSetup => ({
  mounts: [...inPlace(home), { from: packages, at: '/packages' }],
  command: [interpreter, '-u', '/hotseat/inside/launch_python.py'],
  environment: { PYTHONPATH: '/packages', PYTHONDONTWRITEBYTECODE: '1', PYTHONSAFEPATH: '1' },
  limits: commonLimits,
});
