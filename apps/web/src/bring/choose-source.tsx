import { type DragEvent, useRef, useState } from 'react';
import { m } from '../messages/messages.ts';
import { ClosedBookIcon } from '../ui/icons.tsx';
import { Problem } from '../ui/problem.tsx';

/** What a file chooser offers; what a file is, its content says. */
const FILES = '.txt,.text,.md,.markdown,.html,.htm,.xhtml,.xml,.jats,.docx,.pdf,text/plain,text/markdown,text/html';

export interface ChooseSourceProps {
  busy: boolean;
  problem: string | undefined;
  onText: (text: string) => void;
  onFile: (file: File) => void;
}

/** A place to drop a file on, and a field for a text. */
export function ChooseSource({ busy, problem, onText, onFile }: ChooseSourceProps) {
  const [over, setOver] = useState(false);
  const [pasted, setPasted] = useState('');
  const chooser = useRef<HTMLInputElement>(null);
  const take = (file: File | undefined) => {
    if (file) onFile(file);
  };
  const drag = (event: DragEvent, isOver: boolean) => {
    event.preventDefault();
    setOver(isOver);
  };
  return (
    <section className="panel">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is for the mouse; the button below does the same */}
      <div
        className={over ? 'drop over' : 'drop'}
        onDragOver={(event) => drag(event, true)}
        onDragLeave={(event) => drag(event, false)}
        onDrop={(event) => {
          drag(event, false);
          take(event.dataTransfer.files[0]);
        }}
      >
        <ClosedBookIcon />
        <p>{m.bring.drop}</p>
        <button type="button" className="button" disabled={busy} onClick={() => chooser.current?.click()}>
          {busy ? m.bring.reading : m.bring.choose}
        </button>
        <input
          ref={chooser}
          type="file"
          accept={FILES}
          hidden
          onChange={(event) => {
            take(event.target.files?.[0]);
            event.target.value = '';
          }}
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
      <button
        type="button"
        className="button primary"
        disabled={busy || pasted.trim() === ''}
        onClick={() => onText(pasted)}
      >
        {m.bring.read}
      </button>
    </section>
  );
}
