/** What somebody drops or chooses: one file as it is, several or a folder as one archive, packed here. */
import { type Zippable, zipSync } from 'fflate';

/** A file with its path within what was dropped. */
export interface Dropped {
  path: string;
  file: File;
}

/** Everything in a drop, folders opened. To be called while the event is handled: afterwards its items are gone. */
export function droppedFiles(transfer: DataTransfer): Promise<Dropped[]> {
  const entries = Array.from(transfer.items, (item) => item.webkitGetAsEntry?.() ?? undefined);
  if (entries.every((entry) => entry === undefined)) return Promise.resolve(asDropped(transfer.files));
  return Promise.all(entries.flatMap((entry) => (entry ? filesIn(entry) : []))).then((all) => all.flat());
}

/** Is a folder among what is dropped? */
export const hasFolder = (transfer: DataTransfer): boolean =>
  Array.from(transfer.items).some((item) => item.webkitGetAsEntry?.()?.isDirectory);

/** Files that were chosen; of a folder, with their paths in it. */
export const asDropped = (files: Iterable<File>): Dropped[] =>
  Array.from(files, (file) => ({ path: file.webkitRelativePath || file.name, file }));

async function filesIn(entry: FileSystemEntry): Promise<Dropped[]> {
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
    return [{ path: entry.fullPath.replace(/^\//, ''), file }];
  }
  if (!isFolder(entry)) return [];
  const reader = entry.createReader();
  const inside: FileSystemEntry[] = [];
  // A reader hands out some at a time, until there are none.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) break;
    inside.push(...some);
  }
  return (await Promise.all(inside.map(filesIn))).flat();
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;

/** One file to send; `undefined` where there is none, but for a folder, of which the server says that nothing is in it. */
export async function packed(dropped: readonly Dropped[], isFolder: boolean): Promise<File | undefined> {
  const [only, ...more] = dropped;
  if (only && more.length === 0) return only.file;
  if (!only && !isFolder) return undefined;
  const contents: Zippable = {};
  for (const { path, file } of dropped) contents[path] = new Uint8Array(await file.arrayBuffer());
  // Pictures are packed already.
  return new File([new Uint8Array(zipSync(contents, { level: 0 }))], `${nameOf(dropped)}.zip`);
}

const TEXT = /\.(?:html?|xhtml|xml|jats|nxml|md|markdown|txt|docx|pdf)$/i;

/** Called like the folder, or like the text in it. */
function nameOf(dropped: readonly Dropped[]): string {
  const [folder] = (dropped[0]?.path ?? '').split('/');
  if (folder && dropped.every(({ path }) => path.startsWith(`${folder}/`))) return folder;
  const text = dropped.find(({ path }) => TEXT.test(path)) ?? dropped[0];
  return (text?.path ?? '').replace(/^.*\//, '').replace(/\.[^.]+$/, '');
}
