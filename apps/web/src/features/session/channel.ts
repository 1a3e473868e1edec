/** What tabs of one browser tell each other: the cookie is shared, what is on a page is not. */
export type Told = { kind: 'in'; userId: string } | { kind: 'out' };

let channel: BroadcastChannel | undefined;
const open = () => (channel ??= new BroadcastChannel('vointi.session'));

export const tellTabs = (told: Told) => open().postMessage(told);

export const hearTabs = (hear: (told: Told) => void) => {
  open().addEventListener('message', ({ data }: MessageEvent<Told>) => hear(data));
};
