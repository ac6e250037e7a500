import { m } from '../messages/messages.ts';
import { KEY_LIST } from './keys.ts';

/** Every key of the room. */
export function KeyList() {
  return (
    <dl className="keys">
      {KEY_LIST.map(({ keys, does }) => (
        <div key={does}>
          <dt>
            {keys.map((key) => (
              <kbd key={key}>{key}</kbd>
            ))}
          </dt>
          <dd>{m.keys.does[does]}</dd>
        </div>
      ))}
    </dl>
  );
}
