import './styles/index.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { followTextSettings } from './kept/text-settings.ts';
import { speak } from './messages/messages.ts';
import { registerWorker } from './offline/register.ts';

// The article is opened where it was left, which the browser can't know.
history.scrollRestoration = 'manual';
registerWorker();
followTextSettings(document.documentElement);
const root = document.getElementById('root');
const draw = () => {
  if (!root) return;
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
};
// Not awaited here: the sentences import from this very file, which would wait for itself.
void speak().then(draw);
