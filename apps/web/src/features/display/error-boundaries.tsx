import { Component, type ReactNode } from 'react';
import { reloadSoon } from './reload.ts';
import { Message, Stage } from './scenes/stage.tsx';

type Props = { onFault: () => void; children: ReactNode };

/**
 * An error while drawing the whole screen. Nobody at the wall reloads it, so the page reloads itself, without the
 * offline copy: that may be what fails to draw.
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

/** An error while drawing one scene leaves out that scene: footer, banner and the other scenes stay. */
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
