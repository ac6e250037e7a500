import { open, rename } from 'node:fs/promises';

/** Writes a file so that a reader, or the next start after a crash, finds all of the old or all of the new content. */
export async function writeWhole(path: string, content: string, mode = 0o644): Promise<void> {
  const temporary = `${path}.${process.pid}`;
  const file = await open(temporary, 'w', mode);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(temporary, path);
}
