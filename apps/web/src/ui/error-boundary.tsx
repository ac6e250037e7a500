import { Component, type ReactNode } from 'react';
import { m } from '../messages/messages.ts';
import { Trouble } from './trouble.tsx';

/** Catches a bug in a screen: says so instead of showing nothing. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    if (!this.state.broken) return this.props.children;
    return (
      <Trouble title={m.trouble.broken} retry={() => location.reload()}>
        {m.trouble.brokenDo}
      </Trouble>
    );
  }
}
