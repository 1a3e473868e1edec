declare module 'messages:*' {
  const loaders: import('../lib/lazy-messages.tsx').MessageLoaders;
  export default loaders;
}
