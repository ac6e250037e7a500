import { type FormEvent, useEffect, useState } from 'react';
import { uploadPicture } from '../../api/api.ts';
import { m } from '../../messages/messages.ts';
import { Problem } from '../../ui/problem.tsx';
import { useSending } from '../../ui/use-sending.ts';
import { useSession } from '../session.ts';
import { pictureMarkdown, resized } from './pictures.ts';

interface PictureFormProps {
  picture: File;
  onInsert: (markdown: string) => void;
  onCancel: () => void;
}

/** Asks what a picture shows before it is put into the words: who can't see it is told that instead. */
export function PictureForm({ picture, onInsert, onCancel }: PictureFormProps) {
  const { seminar } = useSession();
  const { busy, problem, send } = useSending();
  const [alt, setAlt] = useState('');
  const [preview, setPreview] = useState<string>();
  const [unreadable, setUnreadable] = useState(false);
  const [small, setSmall] = useState<Blob>();
  useEffect(() => {
    let gone = false;
    resized(picture).then(
      async (blob) => {
        const address = await dataUrl(blob);
        if (gone) return;
        setSmall(blob);
        setPreview(address);
      },
      () => !gone && setUnreadable(true),
    );
    return () => {
      gone = true;
    };
  }, [picture]);
  const insert = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    if (!small || alt.trim() === '') return;
    void send(async () => {
      const { asset } = await uploadPicture(seminar, small);
      onInsert(pictureMarkdown(asset, alt));
    });
  };
  return (
    <form className="picture-form" onSubmit={insert}>
      {preview && <img src={preview} alt="" />}
      <label>
        <span>{m.composer.picture.shows}</span>
        <input
          className="input"
          value={alt}
          // biome-ignore lint/a11y/noAutofocus: one has just asked for it
          autoFocus
          maxLength={300}
          placeholder={m.composer.picture.hint}
          onChange={(event) => setAlt(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            event.stopPropagation();
            onCancel();
          }}
        />
      </label>
      <Problem>{unreadable ? m.composer.picture.unreadable : problem}</Problem>
      <div className="picture-actions">
        <button type="submit" className="button small primary" disabled={busy || !small || alt.trim() === ''}>
          {busy ? m.composer.picture.sending : m.composer.picture.insert}
        </button>
        <button type="button" className="text-button" onClick={onCancel}>
          {m.cancel}
        </button>
      </div>
    </form>
  );
}

/** The Content-Security-Policy lets a page show `data:`, and no `blob:`. */
const dataUrl = (blob: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
