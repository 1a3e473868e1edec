import { Component, type ReactNode } from 'react';

type Props = { onFault: () => void; children: ReactNode };

/** A fault in drawing one scene costs that scene: foot, banner and the others stay. */
export class SceneGuard extends Component<Props, { isBroken: boolean }> {
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
