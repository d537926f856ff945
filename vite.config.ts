import { gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const budgetBytes = 200 * 1024;

/** Prints what the first route costs (the entry, what it imports, and the Today page) and fails above the budget. */
function firstRouteBudget(): Plugin {
  return {
    name: 'first-route-budget',
    apply: 'build',
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((output) => output.type === 'chunk');
      const byFile = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
      const wanted = new Set<string>();
      const add = (file: string): void => {
        const chunk = byFile.get(file);
        if (!chunk || wanted.has(file)) return;
        wanted.add(file);
        for (const imported of chunk.imports) add(imported);
      };
      for (const chunk of chunks) {
        if (chunk.isEntry || chunk.facadeModuleId?.endsWith('/today/today-page.tsx')) add(chunk.fileName);
      }
      let total = 0;
      for (const file of wanted) total += gzipSync(byFile.get(file)?.code ?? '').length;
      const kilobytes = (total / 1024).toFixed(1);
      this.info(`first route: ${kilobytes} KiB of JavaScript, gzipped, in ${wanted.size} files`);
      if (total > budgetBytes) this.error(`the first route may cost 200 KiB and costs ${kilobytes}`);
    },
  };
}

const server = process.env.HOTSEAT_API ?? 'http://127.0.0.1:4747';

export default defineConfig({
  root: 'src/web',
  plugins: [react(), firstRouteBudget()],
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    target: 'es2023',
    // The content security policy allows files of this server only, so nothing becomes a data: address.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: {
    host: '127.0.0.1',
    port: 5173,
    proxy: {
      '/api': {
        target: server,
        changeOrigin: true,
        configure: (proxy) => {
          proxy.on('proxyReq', (request) => request.setHeader('origin', server));
        },
      },
    },
  },
});
