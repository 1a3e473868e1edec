import { makeLight } from '@vointi/shared/measure/testing/make-light.ts';
import type { ReactNode } from 'react';
import { describe, expect, it } from 'vitest';
import { renderAlone } from '../../testing/render.tsx';
import { Light } from './light.tsx';

const now = makeLight('a', 'done');
const carried = makeLight('b', 'done', { isCarried: true });
const never = makeLight('c', null);

/** The element around a light, once the page is drawn. */
async function drawn(light: ReactNode): Promise<Element> {
  const { screen } = await renderAlone(
    <div data-drawn style={{ display: 'inline-block' }}>
      {light}
    </div>,
  );
  const find = () => screen.container.querySelector('[data-drawn]');
  await expect.poll(find).not.toBeNull();
  return find()!;
}

/** The form of each painted part: how much of the light's width it takes, and whether it is round. */
async function formOf(light: ReactNode) {
  const parts = [...(await drawn(light)).querySelectorAll('svg')];
  expect(parts.length).toBeGreaterThan(0);
  return parts.map((part) => {
    const { width, height } = part.getBoundingClientRect();
    const { borderTopLeftRadius: radius } = getComputedStyle(part);
    const isRound =
      radius === '50%' || (radius.endsWith('px') && Number.parseFloat(radius) >= Math.min(width, height) / 2);
    return { width: Math.round(width), height: Math.round(height), isRound };
  });
}

describe('a light', () => {
  it('of this round fills its square; of an earlier one it is round and smaller', async () => {
    const [full] = await formOf(<Light status="done" assignments={[now]} size="l" />);
    const [old] = await formOf(<Light status="done" assignments={[carried]} size="l" />);
    expect(full).toEqual({ width: 34, height: 34, isRound: false });
    expect(old).toEqual({ width: 27, height: 27, isRound: true });
  });

  it('takes the same room, whatever its age', async () => {
    const room = async (assignments: (typeof now)[]) => {
      const around = await drawn(<Light status="done" assignments={assignments} size="l" />);
      return Math.round(around.getBoundingClientRect().width);
    };
    expect([await room([now]), await room([carried]), await room([now, carried])]).toEqual([34, 34, 34]);
  });

  it('is round within a frame where only some have answered in this round', async () => {
    const around = await drawn(<Light status="done" assignments={[now, carried]} size="l" />);
    const frame = around.firstElementChild!;
    const inner = frame.firstElementChild!;
    expect(getComputedStyle(frame).borderStyle).toBe('solid');
    expect(getComputedStyle(inner).borderRadius).toBe('50%');
    expect(frame.getBoundingClientRect().width).toBeGreaterThan(inner.getBoundingClientRect().width);
  });

  it('keeps a part for each department where they differ, each by its own age', async () => {
    const parts = await formOf(
      <Light status="mixed" assignments={[now, makeLight('d', 'in_progress', { isCarried: true }), never]} size="l" />,
    );
    expect(parts.map(({ isRound }) => isRound)).toEqual([false, true, false]);
    expect(parts[0]!.height).toBeGreaterThan(parts[1]!.height);
  });

  it('shows its age without its answers', async () => {
    const [all] = await formOf(<Light status="in_progress" carried="all" size="l" />);
    expect(all?.isRound).toBe(true);
    const mixed = await formOf(<Light status="mixed" carried="all" size="l" />);
    expect(mixed.map(({ isRound }) => isRound)).toEqual([true, true]);
  });
});
