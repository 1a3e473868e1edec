/** Tells the other tabs of the browser about signing in and out: they share the cookie and not the page's state. */
export type TabMessage = { kind: 'in'; userId: string } | { kind: 'out' };

let channel: BroadcastChannel | undefined;
const open = () => (channel ??= new BroadcastChannel('vointi.session'));

export const postToTabs = (message: TabMessage) => open().postMessage(message);

export const onTabMessage = (hear: (message: TabMessage) => void) => {
  open().addEventListener('message', ({ data }: MessageEvent<TabMessage>) => hear(data));
};
