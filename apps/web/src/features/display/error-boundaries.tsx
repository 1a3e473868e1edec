import { Component, type ReactNode } from 'react';
import { reloadSoon } from './reload.ts';
import { Message, Stage } from './scenes/stage.tsx';

type Props = { onFault: () => void; children: ReactNode };

/**
 * A fault in drawing takes the whole page with it, and a wall has nobody who would load it again. It does so itself,
 * and without what was kept: that may be what cannot be drawn.
 */
export class ScreenErrorBoundary extends Component<Props, { isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError() {
    return { isBroken: true };
  }

  override componentDidCatch() {
    this.props.onFault();
    reloadSoon();
  }

  override render() {
    if (!this.state.isBroken) return this.props.children;
    return (
      <Stage theme="dark">
        <main>
          <Message text="Vointi" />
        </main>
      </Stage>
    );
  }
}

/** A fault in drawing one scene costs that scene: foot, banner and the others stay. */
export class SceneErrorBoundary extends Component<Props, { isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError() {
    return { isBroken: true };
  }

  override componentDidCatch() {
    this.props.onFault();
  }

  override render() {
    return this.state.isBroken ? null : this.props.children;
  }
}
