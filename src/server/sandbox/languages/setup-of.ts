import type { Toolchain } from '../toolchain.ts';
import { go } from './go.ts';
import { java } from './java.ts';
import { javascript } from './javascript.ts';
import type { LanguageSetup } from './language.ts';
import { python } from './python.ts';

/** How apps of a toolchain's language are started. */
export function setupOf(toolchain: Toolchain): LanguageSetup {
  switch (toolchain.language) {
    case 'python':
      return python(toolchain);
    case 'javascript':
      return javascript(toolchain);
    case 'go':
      return go(toolchain);
    case 'java':
      return java(toolchain);
  }
}
