import { type DragEvent, useRef, useState } from 'react';
import type { SeminarId } from '#seminar';
import { uploadArticle } from '../api/api.ts';
import { m } from '../messages/messages.ts';
import { navigate } from '../routing/location.ts';
import { pathOf } from '../routing/route.ts';
import { ClosedBookIcon } from '../ui/icons.tsx';
import { Problem } from '../ui/problem.tsx';
import { useSending } from '../ui/use-sending.ts';
import { asDropped, type Dropped, droppedFiles, hasFolder, packed } from './collect-files.ts';

/** What a file chooser offers; what a file is, its content says. */
const FILES =
  '.txt,.text,.md,.markdown,.html,.htm,.xhtml,.xml,.jats,.docx,.pdf,.zip,.png,.jpg,.jpeg,.gif,.webp,text/plain,text/markdown,text/html';

/** React knows no attribute for choosing folders; browsers do. */
const asFolder = (ref: { current: HTMLInputElement | null }) => (input: HTMLInputElement | null) => {
  if (input) input.webkitdirectory = true;
  ref.current = input;
};

/** A place to drop files on, and a field for a text. */
export function ChooseSource({ seminar }: { seminar: SeminarId }) {
  const [over, setOver] = useState(false);
  const [pasted, setPasted] = useState('');
  const { busy, problem, send } = useSending();
  const file = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const bring = (find: () => Promise<File | undefined>) =>
    send(async () => {
      const found = await find();
      if (!found) return;
      const { upload } = await uploadArticle(seminar, found);
      navigate(pathOf({ screen: 'bring', seminar, upload }));
    });
  const take = (dropped: Promise<Dropped[]>, isFolder: boolean) => bring(async () => packed(await dropped, isFolder));
  const drag = (event: DragEvent, isOver: boolean) => {
    event.preventDefault();
    setOver(isOver);
  };
  const chosen = (input: HTMLInputElement) => {
    const files = asDropped(input.files ?? []);
    input.value = '';
    void take(Promise.resolve(files), false);
  };
  return (
    <section className="panel">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is for the mouse; the buttons below do the same */}
      <div
        className={over ? 'drop over' : 'drop'}
        aria-busy={busy}
        onDragOver={(event) => drag(event, true)}
        onDragLeave={(event) => drag(event, false)}
        onDrop={(event) => {
          drag(event, false);
          void take(droppedFiles(event.dataTransfer), hasFolder(event.dataTransfer));
        }}
      >
        <ClosedBookIcon />
        <p>
          <b className="drop-title">{busy ? m.bring.sending : m.bring.drop}</b>
          <small>{m.bring.dropHint}</small>
        </p>
        <div className="drop-buttons">
          <button type="button" className="button primary" disabled={busy} onClick={() => file.current?.click()}>
            {m.bring.choose}
          </button>
          <button type="button" className="button" disabled={busy} onClick={() => folder.current?.click()}>
            {m.bring.chooseFolder}
          </button>
        </div>
        <input
          ref={file}
          type="file"
          accept={FILES}
          multiple
          hidden
          data-choose="files"
          onChange={(event) => chosen(event.target)}
        />
        <input
          ref={asFolder(folder)}
          type="file"
          hidden
          data-choose="folder"
          onChange={(event) => chosen(event.target)}
        />
      </div>
      <Problem>{problem}</Problem>
      <textarea
        className="paste"
        placeholder={m.bring.paste}
        aria-label={m.bring.paste}
        value={pasted}
        onChange={(event) => setPasted(event.target.value)}
      />
      {pasted.trim() !== '' && (
        <button
          type="button"
          className="button primary"
          disabled={busy}
          onClick={() => void bring(async () => new File([pasted], ''))}
        >
          {busy ? m.bring.sending : m.bring.read}
        </button>
      )}
    </section>
  );
}
