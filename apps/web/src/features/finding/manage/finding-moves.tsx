import { useLayoutEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';

type Props = {
  name: string;
  index: number;
  count: number;
  onMove: (to: number) => Promise<void>;
};

/** Moves a finding within its tone and keeps the focus on it. */
export function FindingMoves({ name, index, count, onMove }: Props) {
  const t = useTranslations('findingManage');
  const pressed = useRef<HTMLButtonElement | null>(null);
  const [isBusy, setBusy] = useState(false);
  useLayoutEffect(() => {
    pressed.current?.focus();
    pressed.current = null;
  }, [index]);
  const button = (by: 1 | -1) => {
    const to = index + by;
    const isOff = to < 0 || to >= count;
    return (
      <Button
        variant="quiet"
        aria-label={`${t(by < 0 ? 'earlier' : 'later')}: ${name}`}
        aria-disabled={isOff || isBusy}
        onClick={async ({ currentTarget }) => {
          if (isOff || isBusy) return;
          pressed.current = currentTarget;
          setBusy(true);
          await onMove(to);
          setBusy(false);
        }}
      >
        <Icon name={by < 0 ? 'up' : 'down'} />
      </Button>
    );
  };
  return (
    <>
      {button(-1)}
      {button(1)}
    </>
  );
}
