import { describe, expect, it } from 'vitest';
import { isActingAdmin, roleProblem, type MemberFacts, stateOf, userCan } from './rules.ts';

const active: MemberFacts = {
  isRemoved: false,
  hasPassword: true,
  isExternal: false,
  memberships: [{ role: 'admin', isDisabled: false }],
};
const disabled = { role: 'admin', isDisabled: true } as const;

describe('stateOf', () => {
  it.each([
    ['active', {}],
    ['active', { hasPassword: false, isExternal: true }],
    ['active', { memberships: [disabled, { role: 'leader', isDisabled: false }] }],
    ['invited', { hasPassword: false }],
    ['disabled', { memberships: [disabled] }],
    ['disabled', { memberships: [disabled], hasPassword: false }],
    ['removed', { memberships: [] }],
    ['removed', { isRemoved: true }],
  ] as const)('%s: %o', (state, difference) => {
    expect(stateOf({ ...active, ...difference })).toBe(state);
  });

  it.each([
    [true, {}],
    [true, { hasPassword: false, isExternal: true }],
    [false, { hasPassword: false }],
    [false, { memberships: [disabled, { role: 'leader', isDisabled: false }] }],
    [false, { memberships: [{ role: 'coordinator', isDisabled: false }] }],
    [false, { isRemoved: true }],
  ] as const)('an acting admin (%s): %o', (isOne, difference) => {
    expect(isActingAdmin({ ...active, ...difference })).toBe(isOne);
  });
});

describe('userCan', () => {
  const facts = { state: 'active', isExternal: false, isSelf: false, mayManage: true } as const;
  const can = (difference: object) =>
    Object.entries(userCan({ ...facts, ...difference })).flatMap(([key, may]) => (may ? [key] : []));

  it('allows to edit, disable, remove and invite', () => {
    expect(can({})).toEqual(['edit', 'disable', 'remove', 'invite']);
    expect(can({ state: 'invited' })).toEqual(['edit', 'disable', 'remove', 'invite']);
  });
  it('allows to enable but not to invite a disabled user', () => {
    expect(can({ state: 'disabled' })).toEqual(['edit', 'disable', 'remove']);
  });
  it('allows nobody to disable or remove themself', () => {
    expect(can({ isSelf: true })).toEqual(['edit', 'invite']);
  });
  it('does not allow to invite a user of an identity provider', () => {
    expect(can({ isExternal: true })).toEqual(['edit', 'disable', 'remove']);
  });
  it('allows nothing with a removed user, or without the permission', () => {
    expect(can({ state: 'removed' })).toEqual([]);
    expect(can({ mayManage: false })).toEqual([]);
  });
});

it('requires a department exactly for roles that answer for one', () => {
  const good = [
    { role: 'admin', department: null },
    { role: 'reporter', department: 'a' },
    { role: 'approver', department: 'a' },
  ] as const;
  expect(roleProblem(good)).toBeUndefined();
  expect(roleProblem([...good, { role: 'reporter', department: null }])).toEqual({
    index: 3,
    reason: 'department_needed',
  });
  expect(roleProblem([{ role: 'leader', department: 'a' }])).toEqual({ index: 0, reason: 'department_unneeded' });
});
