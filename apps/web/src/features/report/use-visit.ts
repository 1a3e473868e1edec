import { useEffect } from 'react';
import { useDesk } from './use-desk.ts';
import { sendVisit } from './writes.ts';

const visited = new Set<string>();

/** Told once, so that the coordinator sees that the form has been opened; it is no harm if that fails. */
export function useVisit() {
  const roundId = useDesk(({ desk }) => desk.round?.id);
  const department = useDesk(({ desk }) => desk.department.slug);
  const isWritable = useDesk(({ desk }) => desk.can.report && desk.lock?.isOpen === true);
  useEffect(() => {
    const key = `${roundId}/${department}`;
    if (!roundId || !isWritable || visited.has(key)) return;
    visited.add(key);
    sendVisit(roundId, department).catch(() => visited.delete(key));
  }, [roundId, department, isWritable]);
}
