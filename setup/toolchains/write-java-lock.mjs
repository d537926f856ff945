// `node setup/toolchains/write-java-lock.mjs`: after a change of pom.xml, writes down the SHA-256 of each jar.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { folders, run } from '../workplace.mjs';
import { fetchJars, lockOf } from './java.mjs';

await run(async () => {
  const jars = mkdtempSync(join(tmpdir(), 'hotseat-jars-'));
  try {
    await fetchJars('mvn', jars);
    writeFileSync(join(folders.checkout, 'setup/toolchains/java/jars.sha256'), lockOf(jars));
  } finally {
    rmSync(jars, { recursive: true, force: true });
  }
});
